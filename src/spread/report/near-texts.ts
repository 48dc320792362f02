import type { NameList } from './name-list.ts';

/** Texts count as the same from this share of common words on (QUT coordination toolkit: co-similarity). */
const LEAST_JACCARD = 0.9;
/** Words of a text that are compared. Attack: a post that is a book. */
const MOST_WORDS = 200;
/** Texts in one bucket that a text is compared with. Attack: a million texts that differ in one word. */
const MOST_CANDIDATES = 20;
const BANDS = 8;
const ROWS = 4;

/**
 * For every text, by number, the one that it is taken for: the earliest of those whose words are 90 % the same, or itself. Words in common by words in all (Jaccard), found by MinHash (Broder 1997) in eight bands of four rows, which
 * miss one pair in five thousand at 0.9, and then counted exactly. Texts are compared with the first of a group only, so
 * that groups do not drift. Texts are cleaned beforehand: different ones, words between single spaces. Takes about 130
 * bytes a text beside the texts themselves: a Map of the bands would end at two million texts, and take 3,500.
 */
export function nearTexts(texts: Pick<NameList, 'length' | 'at'>): Uint32Array {
  const taken = Uint32Array.from({ length: texts.length }, (_, at) => at);
  const bands = Array.from({ length: BANDS }, () => new Band(texts.length));
  for (let at = 0; at < texts.length; at++) {
    const words = wordsOf(texts.at(at));
    const keys = bandKeys(words);
    const same = first(keys, bands, words, texts);
    if (same !== null) taken[at] = same;
    else for (const [band, key] of keys.entries()) bands[band]?.add(key, at);
  }
  return taken;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' ', MOST_WORDS));
}

function first(
  keys: Uint32Array,
  bands: readonly Band[],
  words: ReadonlySet<string>,
  texts: Pick<NameList, 'at'>,
): number | null {
  for (const [band, key] of keys.entries()) {
    for (const candidate of bands[band]?.of(key) ?? []) {
      if (jaccard(words, wordsOf(texts.at(candidate))) >= LEAST_JACCARD) return candidate;
    }
  }
  return null;
}

const NONE = 0;

/** Texts by the key they have in one band, the earliest first: chains in typed arrays, made for so many texts. */
class Band {
  /** Text + 1 at which the chain of a slot begins; and for every text its key and the next + 1. */
  readonly #heads: Uint32Array;
  readonly #next: Uint32Array;
  readonly #keys: Uint32Array;

  constructor(texts: number) {
    this.#heads = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, texts))));
    this.#next = new Uint32Array(texts);
    this.#keys = new Uint32Array(texts);
  }

  *of(key: number): Generator<number> {
    for (let node = this.#heads[this.#slot(key)] ?? NONE; node !== NONE; node = this.#next[node - 1] ?? NONE)
      if (this.#keys[node - 1] === key) yield node - 1;
  }

  add(key: number, text: number): void {
    const slot = this.#slot(key);
    let [last, same] = [NONE, 0];
    for (let node = this.#heads[slot] ?? NONE; node !== NONE; node = this.#next[node - 1] ?? NONE) {
      if (this.#keys[node - 1] === key && ++same >= MOST_CANDIDATES) return;
      last = node;
    }
    this.#keys[text] = key;
    if (last === NONE) this.#heads[slot] = text + 1;
    else this.#next[last - 1] = text + 1;
  }

  #slot(key: number): number {
    return key & (this.#heads.length - 1);
  }
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / (a.size + b.size - common);
}

/** The smallest of each hash over all words, four by four in one number: equal for texts of the same words. */
function bandKeys(words: ReadonlySet<string>): Uint32Array {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffff_ffff);
  for (const word of words) {
    const hash = hashOf(word);
    for (let i = 0; i < least.length; i++) {
      // A family of hashes from one: multiply by odd numbers and mix.
      let mixed = Math.imul(hash ^ (i * 0x9e37_79b9), 0x85eb_ca6b + 2 * i);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
      mixed = (mixed ^ (mixed >>> 12)) >>> 0;
      if (mixed < (least[i] ?? 0)) least[i] = mixed;
    }
  }
  const keys = new Uint32Array(BANDS);
  for (let i = 0; i < least.length; i++) {
    const band = Math.floor(i / ROWS);
    const mixed = Math.imul((keys[band] ?? 0) ^ (least[i] ?? 0), 0x9e37_79b1);
    keys[band] = mixed ^ (mixed >>> 15);
  }
  return keys;
}

function hashOf(word: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193);
  return hash ^ (hash >>> 16);
}
