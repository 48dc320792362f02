import type { CaseStore, SketchRow } from '../case/store.ts';
import { wordsOf } from '../examine/reference/words.ts';
import type { VouchedWords } from '../judge/carried.ts';

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
  readonly #vouched = new Map<string, Place>();
  readonly #keys = new Map<number, string>();

  private constructor(store: CaseStore) {
    this.#store = store;
  }

  static of(store: CaseStore, vouchers: Vouchers): SameWords {
    const found = new SameWords(store);
    if (vouchers.size === 0) return found;
    for (const row of store.sketches())
      if (row.kind !== 'message' && row.role === 'leak') found.#add(row, vouchers);
    return found;
  }

  #add({ row, id, sha256, sketch }: SketchRow, vouchers: Vouchers): void {
    const key = Buffer.from(sketch.buffer, sketch.byteOffset, KEY_BYTES).toString('hex');
    const voucher = vouchers.get(sha256);
    if (voucher === undefined) this.#keys.set(row, key);
    else if (!this.#vouched.has(key)) this.#vouched.set(key, { row, id, from: voucher.id });
  }

  about(row: number): VouchedWords | null {
    const place = this.#vouched.get(this.#keys.get(row) ?? '');
    if (place === undefined) return null;
    const [own, other] = [row, place.row].map((each) => wordsOf(this.#store.textOf(each)));
    if (own === undefined || other === undefined || own.length !== other.length) return null;
    // The hash can be forged; the words cannot be other ones and the same.
    return own.every((word, at) => word === other[at]) ? { id: place.id, from: place.from } : null;
  }
}

/** What a sketch begins with (src/examine/near-duplicates/sketch.ts). */
const KEY_BYTES = 8;
