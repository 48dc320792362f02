import type { CaseStore } from '../case/store.ts';
import { wordsOf } from '../examine/reference/words.ts';
import type { VouchedWords } from '../judge/carried.ts';
import type { SketchedText } from './sketches.ts';

/** Who vouches for bytes: the message that carries them. */
type Vouchers = ReadonlyMap<string, { readonly id: string; readonly verdict: 'authentic' | 'corroborated' }>;

interface Place {
  readonly row: number;
  readonly id: string;
  readonly from: string;
}

/**
 * Files with the very words of one that a verified message carries, and other bytes: line ends changed, saved again,
 * another format. Found by the hash of all words that a sketch begins with, and told only when the words agree.
 */
export class SameWords {
  readonly #store: CaseStore;
  /** By the hash of all words. */
  readonly #vouched = new Map<number, Place>();
  /** The hashes of the others, by row. */
  readonly #hashes = new Map<number, number>();

  private constructor(store: CaseStore) {
    this.#store = store;
  }

  static of(store: CaseStore, sketches: readonly SketchedText[], vouchers: Vouchers): SameWords {
    const found = new SameWords(store);
    if (vouchers.size === 0) return found;
    for (const text of sketches)
      if (text.kind !== 'message' && text.role === 'leak') found.#add(text, vouchers);
    return found;
  }

  #add({ row, id, sha256, sketch: { words } }: SketchedText, vouchers: Vouchers): void {
    const voucher = vouchers.get(sha256);
    if (voucher === undefined) this.#hashes.set(row, words);
    else if (!this.#vouched.has(words)) this.#vouched.set(words, { row, id, from: voucher.id });
  }

  about(row: number): VouchedWords | null {
    const place = this.#vouched.get(this.#hashes.get(row) ?? -1);
    if (place === undefined) return null;
    const [own, other] = [row, place.row].map((each) => wordsOf(this.#store.textOf(each)));
    if (own === undefined || other === undefined || own.length !== other.length) return null;
    // The hash can be forged; the words cannot be other ones and the same.
    return own.every((word, at) => word === other[at]) ? { id: place.id, from: place.from } : null;
  }
}
