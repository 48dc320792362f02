import type { CarriedRow, CaseStore } from '../case/store.ts';
import { type CarriedEvidence, judgeCarried, type OriginalFinding } from '../judge/carried.ts';
import type { Verdict } from '../model/index.ts';
import { JudgementWriter } from './judgement-writer.ts';
import type { JudgedLeak } from './messages.ts';
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

/** Verdicts of attachments and standalone files, once those of the messages stand. */
export function concludeCarried(
  store: CaseStore,
  judged: JudgedLeak,
  sketches: readonly SketchedText[],
): void {
  const reference = referenceFiles(store);
  const vouched = vouchedFiles(store, judged);
  const originals = new NearOriginals(store, sketches, originalRows(store, vouched, judged), judged.lastDate);
  const words = SameWords.of(store, sketches, vouched);
  const writer = new JudgementWriter(store);
  for (const [item, around] of carriedItems(store, judged)) {
    const carrier = standingOf(store, item.path, around);
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
  judged: JudgedLeak,
): Originals {
  const vouched = new Set<number>();
  const carried = new Set<number>();
  for (const { row, kind } of store.carried('reference')) if (kind === 'document') vouched.add(row);
  for (const [{ row, kind, sha256 }, around] of carriedItems(store, judged)) {
    if (kind !== 'document') continue;
    if (files.has(sha256)) vouched.add(row);
    else if (around !== null) carried.add(row);
  }
  return { vouched, carried };
}

/** Items that take their verdicts from messages, each with the nearest message around it. */
function* carriedItems(
  store: CaseStore,
  { verdicts, carriers }: Pick<JudgedLeak, 'verdicts' | 'carriers'>,
): IterableIterator<readonly [item: CarriedRow, around: JudgedMessage | null]> {
  let place = 0;
  for (const item of store.carried('leak')) {
    const carrier = carriers.at(place++);
    yield [item, carrier === -1 ? null : verdicts.about(carrier)];
  }
}

/** The carrier as far as it speaks for this item: not at all where the item lies in a part that a list put there. */
function standingOf(store: CaseStore, path: string, carrier: JudgedMessage | null): JudgedMessage | null {
  if (carrier === null || carrier.setAside.length === 0) return carrier;
  const around = store.item(carrier.id)?.path ?? '';
  const end = path.indexOf('/', around.length + 1);
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
  judged: JudgedLeak,
): ReadonlyMap<string, NonNullable<CarriedEvidence['vouchedBy']>> {
  const files = new Map<string, NonNullable<CarriedEvidence['vouchedBy']>>();
  for (const [{ path, sha256, size }, around] of carriedItems(store, judged)) {
    if (size < SMALLEST_VOUCHED) continue;
    const carrier = standingOf(store, path, around);
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
