/** Texts count as the same from this share of common words on (QUT coordination toolkit: co-similarity). */
const LEAST_JACCARD = 0.9;
/** Words of a text that are compared. Attack: a post that is a book. */
const MOST_WORDS = 200;
/** Texts in one bucket that a text is compared with. Attack: a million texts that differ in one word. */
const MOST_CANDIDATES = 20;
const BANDS = 8;
const ROWS = 4;

/**
 * For every text the one it is taken for: the earliest of those whose words are 90 % the same, or itself. Words in
 * common by words in all (Jaccard), found by MinHash (Broder 1997) in eight bands of four rows, which miss one
 * pair in five thousand at 0.9, and then counted exactly. Texts are compared with the first of a group only, so
 * that groups do not drift. Texts are cleaned beforehand: words between single spaces.
 */
export function nearTexts(texts: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const buckets = new Map<string, string[]>();
  const wordsOf = new Map<string, ReadonlySet<string>>();
  for (const text of texts) {
    if (taken.has(text)) continue;
    const words = new Set(text.split(' ').slice(0, MOST_WORDS));
    const keys = bandKeys(words);
    const same = first(keys, buckets, words, wordsOf);
    taken.set(text, same ?? text);
    if (same !== null) continue;
    wordsOf.set(text, words);
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [text]);
      else if (bucket.length < MOST_CANDIDATES) bucket.push(text);
    }
  }
  return taken;
}

function first(
  keys: readonly string[],
  buckets: ReadonlyMap<string, readonly string[]>,
  words: ReadonlySet<string>,
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  for (const key of keys) {
    for (const candidate of buckets.get(key) ?? []) {
      if (jaccard(words, wordsOf.get(candidate) ?? new Set()) >= LEAST_JACCARD) return candidate;
    }
  }
  return null;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / (a.size + b.size - common);
}

/** The smallest of each hash over all words, four by four: equal for texts of the same words. */
function bandKeys(words: ReadonlySet<string>): string[] {
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
  return Array.from(
    { length: BANDS },
    (_, band) => `${band} ${least.subarray(band * ROWS, (band + 1) * ROWS).join(' ')}`,
  );
}

function hashOf(word: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193);
  return hash ^ (hash >>> 16);
}
