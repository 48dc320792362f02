import { ID_LENGTH } from '../case/item-id.ts';
import { Column } from '../spill/column.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** Thirteen letters, five to a word. */
const WORDS = 3;
/** Characters of 5 bits in each word. */
const EACH = 5;

/** Ids of items by number, in 12 bytes each; the few that are longer are held as they are. */
export class PackedIds {
  readonly #words = new Column((length) => new Uint32Array(length));
  readonly #others = new Map<number, string>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(id: string): void {
    const number = this.#length++;
    const isShort = /^[a-z2-7]{13}$/.test(id) && id.length === ID_LENGTH;
    if (!isShort) this.#others.set(number, id);
    for (let word = 0; word < WORDS; word++) {
      let packed = 0;
      for (let at = word * EACH; isShort && at < Math.min(ID_LENGTH, (word + 1) * EACH); at++)
        packed = (packed << 5) | charValue(id.charCodeAt(at));
      this.#words.push(packed);
    }
  }

  at(number: number): string {
    const other = this.#others.get(number);
    if (other !== undefined) return other;
    let id = '';
    for (let word = 0; word < WORDS; word++) {
      const packed = this.#words.at(number * WORDS + word);
      for (let left = Math.min(EACH, ID_LENGTH - word * EACH) - 1; left >= 0; left--)
        id += ALPHABET[(packed >>> (5 * left)) & 31] ?? '';
    }
    return id;
  }
}

function charValue(code: number): number {
  return code >= 97 ? code - 97 : code - 24;
}
