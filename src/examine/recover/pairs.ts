import type { Sample } from './sample.ts';

/** Two messages under one key, whose signatures may give it away. */
export interface Pair {
  /** The same for the same two messages, whatever their order: progress is kept under it. */
  readonly name: string;
  readonly first: Sample;
  readonly second: Sample;
}

/** A selector's key is changed within a year or two; signatures further apart are hardly of one key. */
const PERIOD_SECONDS = 400 * 86_400;
/** Attack: thousands of signatures of one selector, none of which verifies under any key. */
const MOST_PAIRS = 200;

/**
 * Pairs in the order of promise: messages that no list passed on before others, neighbours in time, and each
 * message in one pair before any is in two, so that a changed one spoils one attempt only.
 */
export function* pairsOf(samples: readonly Sample[]): Generator<Pair> {
  const sorted = [...samples].sort(
    (a, b) => Number(a.listed) - Number(b.listed) || (a.time ?? 0) - (b.time ?? 0) || (a.id < b.id ? -1 : 1),
  );
  let count = 0;
  for (const [i, j] of places(sorted.length)) {
    const [first, second] = [sorted[i], sorted[j]];
    if (first === undefined || second === undefined || !canShareKey(first, second)) continue;
    if (count++ >= MOST_PAIRS) return;
    yield { name: [first.id, second.id].sort().join('+'), first, second };
  }
}

/** Every pair of places once; at each distance first those that have no place in common, then those between. */
function* places(length: number): Generator<readonly [number, number]> {
  for (let distance = 1; distance < length; distance++) {
    for (const offset of [0, distance]) {
      for (let block = offset; block < length; block += 2 * distance) {
        for (let at = block; at < Math.min(block + distance, length - distance); at++)
          yield [at, at + distance];
      }
    }
  }
}

function canShareKey(first: Sample, second: Sample): boolean {
  if (first.digest.equals(second.digest) || first.signature.equals(second.signature)) return false;
  if (first.time === null || second.time === null) return true;
  return Math.abs(first.time - second.time) <= PERIOD_SECONDS;
}
