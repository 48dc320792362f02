/** A text as weighted hashed character sequences. */
export interface Grams {
  readonly index: Uint32Array;
  readonly weight: Float32Array;
}

const SHORTEST = 2;
const LONGEST = 4;
/** Number of buckets; at a few hundred thousand different sequences collisions cost the attacker little. */
export const BUCKETS = 2 ** 19;
/** What an attacker looks at of one text. */
const LOOKED_AT = 6000;

/** Counts of character 2- to 4-grams by bucket, damped: 1 + log of the count. White space is kept. */
export function gramsOf(text: string, names?: Map<number, string>): Grams {
  const counts = new Map<number, number>();
  const looked = text.slice(0, LOOKED_AT);
  for (let at = 0; at < looked.length; at++) {
    let hash = 0x811c9dc5; // FNV-1a
    for (let length = 1; length <= LONGEST && at + length <= looked.length; length++) {
      hash = Math.imul(hash ^ looked.charCodeAt(at + length - 1), 0x01000193);
      if (length < SHORTEST) continue;
      const bucket = ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS;
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      if (names !== undefined && !names.has(bucket)) names.set(bucket, looked.slice(at, at + length));
    }
  }
  const index = new Uint32Array(counts.size);
  const weight = new Float32Array(counts.size);
  let i = 0;
  for (const [bucket, count] of counts) {
    index[i] = bucket;
    weight[i++] = 1 + Math.log(count);
  }
  return { index, weight };
}
