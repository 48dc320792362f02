import type { CaseStore } from '../case/store.ts';
import type { SortedSketches } from '../examine/near-duplicates/components.ts';
import { wordsOf } from '../examine/reference/words.ts';
import type { VouchedWords } from '../judge/carried.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';

/** A file by its place in a text table, and who vouches for its bytes. */
export interface VouchedFile {
  readonly place: number;
  /** Number of a message. */
  readonly voucher: number;
}

/**
 * Files with the very words of one that a verified message carries, and other bytes: line ends changed, saved again,
 * another format. Found by the hash of all words that a sketch begins with.
 *
 * @param isAsked whether a place is one of a file of the leak, of which every word was written
 * @param vouchers by place, the message that vouches for the bytes of a file of the leak; -1 where none does
 * @returns the first vouched file of the same words, for places that are asked for in order
 */
export function sameWordsInOrder(
  sketches: SortedSketches,
  isAsked: (place: number) => boolean,
  vouchers: Int32Array,
  scratch: Scratch,
): (place: number) => VouchedFile | null {
  const pairs = new RecordSort(scratch, 2, 1);
  for (const places of sketches.byWords()) {
    const files = places.filter(isAsked);
    const first = files.find((place) => vouchers[place] !== -1);
    if (first === undefined) continue;
    for (const place of files) if (vouchers[place] === -1) pairs.add(place, first);
  }
  const records = pairs.read();
  let isLeft = records.next();
  return (place) => {
    while (isLeft && records.word(0) < place) isLeft = records.next();
    if (!isLeft || records.word(0) !== place) return null;
    const first = records.word(1);
    return { place: first, voucher: vouchers[first] ?? -1 };
  };
}

/** A file of the same words by their hash, as it is told if the words agree. */
export interface SameWordsFile extends VouchedWords {
  readonly row: number;
}

/** Told only when the words agree: the hash can be forged; the words cannot be other ones and the same. */
export function vouchedWords(
  store: Pick<CaseStore, 'textOf'>,
  row: number,
  file: SameWordsFile | null,
): VouchedWords | null {
  if (file === null) return null;
  const [own = [], other = []] = [row, file.row].map((each) => wordsOf(store.textOf(each)));
  const isSame = own.length === other.length && own.every((word, at) => word === other[at]);
  return isSame ? { id: file.id, from: file.from } : null;
}
