import { mailboxText, type StoredItem } from '../../case/index.ts';
import { itemTraces } from '../../examine/traces/index.ts';
import type {
  DecoyMatch,
  Defect,
  DocumentClock,
  ItemTopic,
  Limits,
  MetadataField,
  NearDuplicate,
  OcrText,
  PersonalDataCount,
  SignatureResult,
  Trace,
} from '../../model/index.ts';
import { type ClockJson, clocksJson } from './clocks-json.ts';
import { type MessageStructure, messageStructure } from './message-structure.ts';
import { ocrFacts } from './ocr-facts.ts';
import { itemLine, type SearchLine } from './search-line.ts';

/** What `show --json` prints (docs/schema/show.json): the line of `search --json`, and everything else. */
export interface ItemJson extends SearchLine, MessageStructure {
  readonly role: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly children: StoredItem['children'];
  readonly attachments: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly list: string | null;
  readonly canonical: string | null;
  readonly mih: string | null;
  readonly rebuilt: boolean;
  readonly defects: readonly Defect[];
  readonly signatures: readonly SignatureResult[];
  /**
   * Of a message every clock found in headers and boundaries, earliest first, computed from the bytes; of a
   * document what it tells (docs/document-metadata.md).
   */
  readonly clocks: readonly ClockJson[] | readonly DocumentClock[];
  /** What a document says about itself, with the place of each value. */
  readonly metadata: readonly MetadataField[];
  /** Pages of a PDF; null where they are not counted. */
  readonly pages: number | null;
  readonly language: string | null;
  /** What it is about, and why (docs/topics.md). */
  readonly topics: readonly ItemTopic[];
  /** Counts only. */
  readonly personalData: readonly PersonalDataCount[];
  readonly nearDuplicate: NearDuplicate | null;
  /** Which decoy of the owner's ledger it is (docs/decoys.md): an axis of its own, beside the verdict. */
  readonly decoy: DecoyMatch | null;
  /** Who and what had it in hand, by its headers or its metadata (docs/traces.md). */
  readonly traces: readonly Trace[];
  /** What OCR read from its pictures, apart from `text`: it may be misread. Null where it has not looked. */
  readonly ocr: OcrText | null;
}

/**
 * @param bytes of the message in its RFC 822 form; null for other kinds, or where the bytes are gone: then
 * there are no headers and no parts
 */
export function itemJson(item: StoredItem, bytes: Uint8Array | null, limits: Limits): ItemJson {
  const { message } = item;
  return {
    ...itemLine(item),
    role: item.role,
    type: item.type,
    name: item.name,
    parent: item.parent,
    children: item.children,
    attachments: item.attachments,
    facts: { ...item.facts, ...ocrFacts(item.ocr) },
    cc: message?.cc.map(mailboxText) ?? [],
    bcc: message?.bcc.map(mailboxText) ?? [],
    inReplyTo: message?.inReplyTo ?? [],
    references: message?.references ?? [],
    list: message?.list ?? null,
    canonical: message?.canonical ?? null,
    mih: message?.mih ?? null,
    rebuilt: message?.rebuilt ?? false,
    ...(message && bytes ? messageStructure(bytes, limits) : { headers: [], parts: [] }),
    defects: item.defects,
    signatures: message?.signatures ?? [],
    clocks: message && bytes ? clocksJson(bytes, limits) : (item.clocks ?? []),
    metadata: item.metadata ?? [],
    pages: item.pages ?? null,
    language: item.content?.language ?? item.language ?? null,
    topics: item.content?.topics ?? [],
    personalData: item.content?.personalData ?? [],
    nearDuplicate: item.nearDuplicate,
    decoy: item.decoy,
    traces: itemTraces(item, message?.date ?? null),
    ocr: item.ocr,
  };
}
