import { SHINGLE, shingleHash } from '../../examine/near-duplicates/sketch.ts';
import { hashWords, LINK, OWN } from '../../parse/text/word-hashes.ts';

/**
 * The different shingles of what the author of a message wrote, sorted; none bridges a quotation, because in a copy of
 * the whole the quoted words stand between. Of a document, all of them.
 */
export function ownShingles(text: string, mail: boolean): Uint32Array {
  const { count, hashes, kinds } = hashWords(text, mail);
  const found = new Set<number>();
  let [a, b, c] = [0, 0, 0];
  let run = 0;
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? 0;
    if ((kind & OWN) === 0) {
      // Links are passed over in every text; quotations end the run.
      if ((kind & LINK) === 0) run = 0;
      continue;
    }
    const word = hashes[at] ?? 0;
    if (++run >= SHINGLE) found.add(shingleHash(a, b, c, word));
    [a, b, c] = [b, c, word];
  }
  return Uint32Array.from(found).sort();
}
