import type { CarriedRow, CaseStore } from '../case/store.ts';
import { type CarriedEvidence, judgeCarried, type OriginalFinding } from '../judge/carried.ts';
import type { Verdict } from '../model/index.ts';
import { JudgementWriter } from './judgement-writer.ts';
import { NearOriginals, type Originals } from './near-originals.ts';
import { SameWords } from './same-words.ts';
import type { SketchedText } from './sketches.ts';

/** What attachments need to know of the message that carries them. */
export interface JudgedMessage {
  readonly id: string;
  readonly verdict: Verdict;
  /** Corroborated only by who quotes its words: what it carries gains nothing by that. */
  readonly wordsOnly: boolean;
  /** Ids of parts that were set aside before its signature verified: nobody vouches for what they carry. */
  readonly setAside: readonly string[];
  /** Id of the original it was found to differ from, in the archive or in the leak. */
  readonly original: string | null;
}

/** By path. */
type Judged = ReadonlyMap<string, JudgedMessage>;

/** Verdicts of attachments and standalone files, once those of the messages stand. */
export function concludeCarried(
  store: CaseStore,
  messages: Judged,
  sketches: readonly SketchedText[],
  lastMessage: string | null,
): void {
  const reference = referenceFiles(store);
  const vouched = vouchedFiles(store, messages);
  const originals = new NearOriginals(store, sketches, originalRows(store, vouched, messages), lastMessage);
  const words = SameWords.of(store, sketches, vouched);
  const writer = new JudgementWriter(store);
  for (const item of store.carried('leak')) {
    const carrier = standingOf(store, item.path, carrierOf(item.path, item.parent, messages));
    const vouchedBy = vouched.get(item.sha256) ?? null;
    const referenceId = reference.get(item.sha256) ?? null;
    const original =
      referenceId !== null || vouchedBy !== null ? null : originalOf(store, item, carrier, originals);
    const sameWords = vouchedBy === null && referenceId === null ? words.about(item.row) : null;
    writer.add(item.row, judgeCarried({ carrier, referenceId, vouchedBy, sameWords, original }));
  }
  writer.flush();
}

/** Of an altered message, what its original carries under the same name; of anything else, what it nearly equals. */
function originalOf(
  store: CaseStore,
  item: CarriedRow,
  carrier: JudgedMessage | null,
  originals: NearOriginals,
): OriginalFinding | null {
  if (item.kind !== 'document') return null;
  const named =
    carrier === null || carrier.original === null
      ? null
      : NearOriginals.inOriginal(store, item, carrier.original);
  return named ?? originals.about(item);
}

/** Documents whose bytes are vouched for, or lie in the archive; and the others that hang on messages. */
function originalRows(
  store: CaseStore,
  files: ReadonlyMap<string, NonNullable<CarriedEvidence['vouchedBy']>>,
  messages: Judged,
): Originals {
  const vouched = new Set<number>();
  const carried = new Set<number>();
  for (const { row, kind } of store.carried('reference')) if (kind === 'document') vouched.add(row);
  for (const { row, kind, sha256, path, parent } of store.carried('leak')) {
    if (kind !== 'document') continue;
    if (files.has(sha256)) vouched.add(row);
    else if (carrierOf(path, parent, messages) !== null) carried.add(row);
  }
  return { vouched, carried };
}

interface Carrier extends JudgedMessage {
  readonly path: string;
}

/** The nearest message around an item, through any archives between them. */
function carrierOf(path: string, parent: string | null, messages: Judged): Carrier | null {
  if (parent === null) return null;
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const around = path.slice(0, at);
    const message = messages.get(around);
    if (message !== undefined) return { ...message, path: around };
  }
  return null;
}

/** The carrier as far as it speaks for this item: not at all where the item lies in a part that a list put there. */
function standingOf(store: CaseStore, path: string, carrier: Carrier | null): Carrier | null {
  if (carrier === null || carrier.setAside.length === 0) return carrier;
  const end = path.indexOf('/', carrier.path.length + 1);
  const locator = store.itemByPath('leak', end < 0 ? path : path.slice(0, end))?.locator;
  if (locator?.type !== 'part') return carrier;
  const isAside = carrier.setAside.some((id) => locator.part === id || locator.part.startsWith(`${id}.`));
  const isSupport = carrier.verdict === 'authentic' || carrier.verdict === 'corroborated';
  return isAside && isSupport ? { ...carrier, wordsOnly: true } : carrier;
}

// A signature picture or an empty file is in thousands of messages and says nothing by being the same.
const SMALLEST_VOUCHED = 512;

function referenceFiles(store: CaseStore): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { sha256, id, size } of store.carried('reference')) {
    if (size >= SMALLEST_VOUCHED && !files.has(sha256)) files.set(sha256, id);
  }
  return files;
}

/** Bytes that an authentic or corroborated message carries, and which message that is; the best first. */
function vouchedFiles(
  store: CaseStore,
  messages: Judged,
): ReadonlyMap<string, NonNullable<CarriedEvidence['vouchedBy']>> {
  const files = new Map<string, NonNullable<CarriedEvidence['vouchedBy']>>();
  for (const { path, parent, sha256, size } of store.carried('leak')) {
    if (size < SMALLEST_VOUCHED) continue;
    const carrier = standingOf(store, path, carrierOf(path, parent, messages));
    const verdict = carrier?.verdict;
    if (carrier === null || carrier.wordsOnly) continue;
    if (verdict !== 'authentic' && verdict !== 'corroborated') continue;
    const known = files.get(sha256);
    if (known === undefined || (known.verdict === 'corroborated' && verdict === 'authentic')) {
      files.set(sha256, { id: carrier.id, verdict });
    }
  }
  return files;
}
