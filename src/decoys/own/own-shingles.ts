import { SHINGLE, shingleHash } from '../../examine/near-duplicates/sketch.ts';
import { hashWords, LINK, OWN } from '../../parse/text/word-hashes.ts';

/** Runs of four words in the order of a text, repeats included: a hash of each, and the number of its first word. */
export interface WordRuns {
  readonly hashes: Uint32Array;
  readonly places: Uint32Array;
}

/**
 * The runs of what the author of a message wrote; none bridges a quotation, because in a copy of the whole the quoted
 * words stand between. Of a document, all of them.
 */
export function ownRuns(text: string, mail: boolean): WordRuns {
  const { count, hashes, kinds } = hashWords(text, mail);
  const found: number[] = [];
  const places: number[] = [];
  let [a, b, c] = [0, 0, 0];
  let run = 0;
  let place = 0;
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? 0;
    if ((kind & OWN) === 0) {
      // Links are passed over in every text; quotations end the run.
      if ((kind & LINK) === 0) run = 0;
      continue;
    }
    const word = hashes[at] ?? 0;
    if (++run >= SHINGLE) {
      found.push(shingleHash(a, b, c, word));
      places.push(place - SHINGLE + 1);
    }
    place++;
    [a, b, c] = [b, c, word];
  }
  return { hashes: Uint32Array.from(found), places: Uint32Array.from(places) };
}

/** The same without order: each hash once, sorted. */
export function ownShingles(text: string, mail: boolean): Uint32Array {
  return Uint32Array.from(new Set(ownRuns(text, mail).hashes)).sort();
}
