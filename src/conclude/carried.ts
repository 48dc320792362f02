import type { CarriedRow, CaseStore } from '../case/store.ts';
import type { CarriedEvidence } from '../judge/carried.ts';
import type { Verdict } from '../model/index.ts';
import { isOutsideText, mayLieOutside } from '../model/outside-text.ts';
import type { Scratch } from '../spill/scratch.ts';
import { FileMatches, type SUPPORT } from './file-matches.ts';
import type { MessageVerdicts } from './message-verdicts.ts';
import type { JudgedLeak } from './messages.ts';
import type { Originals } from './near-originals.ts';
import { ASKED, CARRIED, candidatesInOrder, VOUCHED } from './original-candidates.ts';
import { chunked } from './parts/chunks.ts';
import type { AskedFile } from './parts/judge-files.ts';
import type { PartRunner } from './parts/part-runner.ts';
import { sameWordsInOrder } from './same-words.ts';
import type { TextTable } from './text-table.ts';

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

/** Files of one piece: their texts are compared, which takes milliseconds each at most. */
const FILES_EACH = 500;

/** Verdicts of attachments and standalone files, once those of the messages stand: piece by piece. */
export function concludeCarried(
  store: CaseStore,
  parts: PartRunner,
  scratch: Scratch,
  judged: JudgedLeak,
  texts: TextTable,
): void {
  const asked = askedFiles(store, scratch, judged, texts);
  const found = parts.run('judgeFiles', { lastDate: judged.lastDate }, chunked(asked, FILES_EACH));
  // Results are written as they come; nothing is asked of them.
  for (const _ of found);
}

/** What of the leak bears on each file, in path order: found by sorting. */
function* askedFiles(
  store: CaseStore,
  scratch: Scratch,
  judged: JudgedLeak,
  texts: TextTable,
): IterableIterator<AskedFile> {
  const files = matchedFiles(store, scratch, judged);
  const { marks, vouchers } = markedTexts(store, judged, texts, files);
  const isAsked = (place: number) => ((marks[place] ?? 0) & FILE_OF_LEAK) !== 0 && texts.isWritten(place);
  const candidatesOf = candidatesInOrder(texts.sketches, marks, scratch);
  const wordsOf = sameWordsInOrder(texts.sketches, isAsked, vouchers, scratch);
  const { verdicts } = judged;
  const idOf = (message: number) => verdicts.about(message).id;
  const placeOf = texts.placesOf('leak');
  for (const [{ row, kind, path }, around, at] of carriedItems(store, judged)) {
    const carrier = standingOf(store, path, around);
    const vouchedBy = voucherAt(files, at, verdicts);
    const referenceId = files.archivedId(at);
    const isOpen = referenceId === null && vouchedBy === null;
    const place = placeOf(row);
    // Asked for every place in its order, whether or not the answer is used.
    const candidates = place === -1 ? null : candidatesOf(place);
    const same = place === -1 ? null : wordsOf(place);
    const isOpenDocument = isOpen && kind === 'document';
    yield {
      ...{ row, referenceId, vouchedBy, stranger: strangerAt(files, at, idOf) },
      carrier: carrier && { id: carrier.id, verdict: carrier.verdict, wordsOnly: carrier.wordsOnly },
      sameWords:
        isOpen && same !== null
          ? { row: texts.row(same.place), id: texts.idOf(same.place), from: idOf(same.voucher) }
          : null,
      original: isOpenDocument ? (carrier?.original ?? null) : null,
      near: isOpenDocument && candidates !== null ? rowsOf(candidates, texts) : null,
    };
  }
}

function rowsOf(
  { vouched, carried }: ReturnType<ReturnType<typeof candidatesInOrder>>,
  texts: TextTable,
): Originals | null {
  if (vouched.length === 0 && carried.length === 0) return null;
  const rows = (places: readonly number[]) => places.map((place) => texts.row(place));
  return { vouched: rows(vouched), carried: rows(carried) };
}

function voucherAt(files: FileMatches, at: number, verdicts: MessageVerdicts): CarriedEvidence['vouchedBy'] {
  const voucher = files.voucherOf(at);
  if (voucher === -1) return null;
  const { id, verdict } = verdicts.about(voucher);
  return { id, verdict: verdict === 'authentic' ? verdict : 'corroborated' };
}

function strangerAt(files: FileMatches, at: number, idOf: (message: number) => string): string | null {
  const stranger = files.strangerOf(at);
  return stranger === -1 ? null : idOf(stranger);
}

// A signature picture or an empty file is in thousands of messages and says nothing by being the same.
const SMALLEST_VOUCHED = 512;

/** Which files have the bytes of one in the archive, or of one that a verified message carries. */
function matchedFiles(store: CaseStore, scratch: Scratch, judged: JudgedLeak): FileMatches {
  const files = new FileMatches(scratch);
  for (const { sha256, id, size } of store.carried('reference'))
    if (size >= SMALLEST_VOUCHED) files.addOfArchive(sha256, id);
  for (const [{ path, sha256, size }, around, at] of carriedItems(store, judged)) {
    if (size < SMALLEST_VOUCHED) files.passOver();
    else {
      const carrier = standingOf(store, path, around);
      const verdict = carrier === null || carrier.wordsOnly ? null : carrier.verdict;
      const isSupport = verdict === 'authentic' || verdict === 'corroborated';
      const message = judged.carriers.at(at);
      files.addOfLeak(sha256, isSupport ? supportOf(judged, message, verdict) : 'none', message);
    }
  }
  return files;
}

/** What a stranger signs and sends, he may have made. */
function supportOf(
  { messages, parties }: JudgedLeak,
  message: number,
  verdict: 'authentic' | 'corroborated',
): keyof typeof SUPPORT {
  return parties.isHeard({ fromAddress: messages.senderOf(message) }) ? verdict : 'stranger';
}

const FILE_OF_LEAK = 8;

/** What each text is to others, by its place, and which message vouches for the bytes of a file; -1 where none does. */
function markedTexts(
  store: CaseStore,
  judged: JudgedLeak,
  texts: TextTable,
  files: FileMatches,
): { readonly marks: Uint8Array; readonly vouchers: Int32Array } {
  const marks = new Uint8Array(texts.length);
  const vouchers = new Int32Array(texts.length).fill(-1);
  const archived = texts.placesOf('reference');
  for (const { row, kind } of store.carried('reference')) {
    const place = archived(row);
    if (place !== -1 && kind === 'document' && texts.isWritten(place)) marks[place] = VOUCHED;
  }
  const placeOf = texts.placesOf('leak');
  for (const [{ row, kind }, around, at] of carriedItems(store, judged)) {
    const place = placeOf(row);
    if (place === -1) continue;
    const voucher = files.voucherOf(at);
    vouchers[place] = voucher;
    const isDocument = kind === 'document' && texts.isWritten(place);
    const original = voucher !== -1 ? VOUCHED : around === null ? 0 : CARRIED;
    const asked = voucher === -1 && files.archivedId(at) === null ? ASKED : 0;
    marks[place] = FILE_OF_LEAK | (isDocument ? original | asked : 0);
  }
  return { marks, vouchers };
}

/** Items that take their verdicts from messages, each with the nearest message around it. */
function* carriedItems(
  store: CaseStore,
  { verdicts, carriers }: Pick<JudgedLeak, 'verdicts' | 'carriers'>,
): IterableIterator<readonly [item: CarriedRow, around: JudgedMessage | null, at: number]> {
  let at = 0;
  for (const item of store.carried('leak')) {
    const carrier = carriers.at(at);
    yield [item, carrier === -1 ? null : verdicts.about(carrier), at++];
  }
}

/**
 * The carrier as far as it speaks for this item: not at all where the item lies in a part that a list put there, or in no part,
 * where whoever wrote the message showed it to nobody.
 */
function standingOf(store: CaseStore, path: string, carrier: JudgedMessage | null): JudgedMessage | null {
  if (carrier === null || (carrier.setAside.length === 0 && !mayLieOutside(path))) return carrier;
  const around = store.item(carrier.id)?.path ?? '';
  const end = path.indexOf('/', around.length + 1);
  const locator = store.itemByPath('leak', end < 0 ? path : path.slice(0, end))?.locator;
  if (locator?.type !== 'part') return carrier;
  const isAside =
    isOutsideText(locator.part) ||
    carrier.setAside.some((id) => locator.part === id || locator.part.startsWith(`${id}.`));
  const isSupport = carrier.verdict === 'authentic' || carrier.verdict === 'corroborated';
  return isAside && isSupport ? { ...carrier, wordsOnly: true } : carrier;
}
