import { readableText } from '../case/readable-text.ts';
import type { CaseStore, StoredItem } from '../case/store.ts';
import { overlap, shinglesOf } from '../examine/near-duplicates/shingles.ts';
import { diffPieces, type WordPiece } from '../examine/reference/diff.ts';
import { DEFAULT_LIMITS, TamisError } from '../model/index.ts';
import { itemBytes } from './item-bytes.ts';
import { messageStructure } from './json/message-structure.ts';

/** What two items have that the other has not. */
export interface ItemComparison {
  readonly sameBytes: boolean;
  readonly sameWords: boolean;
  /** Words of one of them were read by OCR: what differs may be misread. */
  readonly ocr: boolean;
  /** As in `SimilarItem`. */
  readonly similarity: number;
  readonly containment: number;
  /** Header fields of messages, metadata of documents: only those whose values differ. */
  readonly fields: readonly FieldDifference[];
  /** What is attached, by name, where name or bytes differ. */
  readonly attachments: { readonly removed: readonly string[]; readonly added: readonly string[] };
  /** The texts word for word; null where they differ in too many places. */
  readonly pieces: readonly WordPiece[] | null;
}

export interface FieldDifference {
  readonly name: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Compares two items, the first being what the second is held against. */
export function compareItems(store: CaseStore, from: StoredItem, to: StoredItem): ItemComparison {
  const shingles = (item: StoredItem) => shinglesOf(readableText(item.text, item.ocr), item.message !== null);
  const pieces = diffPieces(readableText(from.text, from.ocr), readableText(to.text, to.ocr));
  const attached = (item: StoredItem) =>
    store
      .childrenOf(item.path, item.role)
      .map(({ name, sha256 }) => `${name} (sha256 ${sha256.slice(0, 12)}…)`);
  return {
    sameBytes: from.sha256 !== '' && from.sha256 === to.sha256,
    sameWords: pieces?.every(({ type }) => type === 'same') ?? false,
    ocr: [from, to].some(({ ocr }) => ocr !== null && ocr.pages.length > 0),
    ...overlap(shingles(from), shingles(to)),
    fields: differing(fieldsOf(store, from), fieldsOf(store, to)),
    attachments: onlyIn(attached(from), attached(to)),
    pieces,
  };
}

type Fields = ReadonlyMap<string, readonly string[]>;

/** Attack: a header of a million fields. */
const MOST_FIELDS = 2000;
/** Attack: one field of megabytes. */
const LONGEST_VALUE = 2000;

function fieldsOf(store: CaseStore, item: StoredItem): Fields {
  const found = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const known = found.get(name);
    const shown = value.replace(/\s+/g, ' ').trim().slice(0, LONGEST_VALUE);
    if (known === undefined) found.set(name, [shown]);
    else known.push(shown);
  };
  if (item.message === null) {
    for (const { field, value } of item.metadata ?? []) add(field, value);
    return found;
  }
  const bytes = bytesOrNull(store, item);
  const headers = bytes === null ? [] : messageStructure(bytes, DEFAULT_LIMITS).headers;
  for (const { name, decoded } of headers.slice(0, MOST_FIELDS)) add(name.toLowerCase(), decoded);
  return found;
}

/** Where the dump was moved, headers cannot be compared; texts still can. */
function bytesOrNull(store: CaseStore, item: StoredItem): Uint8Array | null {
  try {
    return itemBytes(store.directory, item);
  } catch (error) {
    if (error instanceof TamisError) return null;
    throw error;
  }
}

/** What a person reads first; the rest in the order of the header. */
const FIRST = ['from', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'in-reply-to', 'reply-to'];

function differing(from: Fields, to: Fields): readonly FieldDifference[] {
  const names = new Set([...FIRST, ...from.keys(), ...to.keys()]);
  return [...names].flatMap((name) => {
    const { removed, added } = onlyIn(from.get(name) ?? [], to.get(name) ?? []);
    return removed.length + added.length === 0 ? [] : [{ name, removed, added }];
  });
}

/** As bags: a value that stands twice in one and once in the other differs once. */
function onlyIn(
  from: readonly string[],
  to: readonly string[],
): { removed: readonly string[]; added: readonly string[] } {
  const added = [...to];
  const removed = from.filter((value) => {
    const at = added.indexOf(value);
    if (at >= 0) added.splice(at, 1);
    return at < 0;
  });
  return { removed, added };
}
