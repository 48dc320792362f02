import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { TamisError } from '../../model/index.ts';
import { type Decoy, type Recipe, readDecoyLine, recipeHash } from '../model/index.ts';

export type SetPart =
  | { readonly type: 'recipe'; readonly recipe: Recipe }
  | { readonly type: 'decoys'; readonly decoys: readonly Decoy[] };

/** Decoys handed over at once: enough that a frame of the ledger is full, few enough for memory. */
const BATCH = 500;

/**
 * Reads a set as `generate` writes it: its recipe, then its decoys in batches, all of that recipe. Throws
 * `decoy-set-damaged`, and whatever the file system says.
 */
export async function* readDecoySet(path: string): AsyncIterableIterator<SetPart> {
  let number = 0;
  let recipe: string | null = null;
  let batch: Decoy[] = [];
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    if (line === '') continue;
    const read = readDecoyLine(line, number);
    if (read.type === 'recipe') {
      recipe = recipeHash(read.recipe);
      yield read;
      continue;
    }
    if (read.decoy.origin.recipe !== recipe) {
      throw new TamisError(
        'decoy-set-damaged',
        `Line ${number} of ${path} is of another recipe than the set.`,
      );
    }
    batch.push(read.decoy);
    if (batch.length < BATCH) continue;
    yield { type: 'decoys', decoys: batch };
    batch = [];
  }
  if (batch.length > 0) yield { type: 'decoys', decoys: batch };
}
