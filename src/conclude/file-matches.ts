import { type Digest, digestOf } from '../examine/duplicates/digest.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { PackedIds } from './packed-ids.ts';

/** How much the message that carries a file speaks for it: as a number that is smaller the more it does. */
export const SUPPORT = { authentic: 1, corroborated: 2, stranger: 3, none: 4 } as const;
const OF_ARCHIVE = 0;

/**
 * Files of the leak with the bytes of one in the archive, or of one that a verified message carries: all are sorted by
 * their hashes. 12 bytes of each file of the leak are held, and 12 of each of the archive.
 */
export class FileMatches {
  readonly #files: RecordSort;
  readonly #archiveIds = new PackedIds();
  readonly #digest: Digest = { words: new Int32Array(4) };
  #ofLeak = 0;
  #found: FoundFiles | null = null;

  constructor(scratch: Scratch) {
    this.#files = new RecordSort(scratch, 7, 5);
  }

  addOfArchive(sha256: string, id: string): void {
    this.#add(sha256, OF_ARCHIVE, this.#archiveIds.length, -1);
    this.#archiveIds.push(id);
  }

  /** @param carrier number of the message around it, as far as that speaks for it */
  addOfLeak(sha256: string, support: keyof typeof SUPPORT, carrier: number): void {
    this.#add(sha256, SUPPORT[support], this.#ofLeak++, carrier);
  }

  /** For a file of the leak that is not looked for. */
  passOver(): void {
    this.#ofLeak++;
  }

  /** The number of the first message of a stranger that carries its bytes, with a sound signature; -1 where none is. */
  strangerOf(place: number): number {
    return this.#find().strangers[place] ?? -1;
  }

  /** The first file of the archive with the bytes of a file of the leak, by its place; null where there is none. */
  archivedId(place: number): string | null {
    const archived = this.#find().archived[place] ?? -1;
    return archived === -1 ? null : this.#archiveIds.at(archived);
  }

  /** The number of the first message that carries its bytes and is authentic, else corroborated; -1 where none is. */
  voucherOf(place: number): number {
    return this.#find().vouchers[place] ?? -1;
  }

  #add(sha256: string, support: number, place: number, carrier: number): void {
    const [a = 0, b = 0, c = 0, d = 0] = digestOf(sha256, this.#digest);
    this.#files.add(a, b, c, d, support, place, carrier);
  }

  /** Of one hash come first what the archive has, then what authentic messages carry, then corroborated ones. */
  #find(): FoundFiles {
    if (this.#found !== null) return this.#found;
    const archived = new Int32Array(this.#ofLeak).fill(-1);
    const vouchers = new Int32Array(this.#ofLeak).fill(-1);
    const strangers = new Int32Array(this.#ofLeak).fill(-1);
    const hash = new Int32Array(4);
    let [inArchive, voucher, stranger] = [-1, -1, -1];
    for (const files = this.#files.read(); files.next(); ) {
      if (hash.some((word, at) => word !== files.word(at))) [inArchive, voucher, stranger] = [-1, -1, -1];
      for (let at = 0; at < hash.length; at++) hash[at] = files.word(at);
      const [support, place] = [files.word(4), files.word(5)];
      if (support === OF_ARCHIVE) {
        if (inArchive === -1) inArchive = place;
        continue;
      }
      if (support === SUPPORT.stranger && stranger === -1) stranger = files.word(6);
      if (voucher === -1 && support < SUPPORT.stranger) voucher = files.word(6);
      archived[place] = inArchive;
      vouchers[place] = voucher;
      strangers[place] = stranger;
    }
    this.#found = { archived, vouchers, strangers };
    return this.#found;
  }
}

/** By place of a file of the leak; -1 where there is none. */
interface FoundFiles {
  readonly archived: Int32Array;
  readonly vouchers: Int32Array;
  readonly strangers: Int32Array;
}
