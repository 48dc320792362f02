import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { TamisError } from '../../model/index.ts';
import { generatorHash, Maker } from '../generate/index.ts';
import { type Decoy, decoyCount, originHash, type Recipe, readDecoyLine } from '../model/index.ts';
import type { SaidWords } from '../own/index.ts';
import { Workspace } from '../workspace/index.ts';

/** A part of a set as it is read: its recipe first, then batches of decoys. */
export type SetPart =
  | { readonly type: 'recipe'; readonly recipe: Recipe }
  | {
      readonly type: 'decoys';
      readonly decoys: readonly Decoy[];
      /** By the mailbox that they are like; null where the set does not tell. */
      readonly said: SaidWords | null;
    };

/** Decoys handed over at once: enough that a frame of the ledger is full, few enough for memory. */
const BATCH = 500;

/**
 * A set in batches, its recipe first: the folder of `decoys generate`, whose decoys are made again from recipe, personas
 * and model, or a file of decoy lines (model/decoy-lines.ts). Throws `decoy-set-damaged`, `decoy-workspace`,
 * `decoy-changed`, and whatever the file system says.
 */
export async function* readDecoySet(path: string): AsyncIterableIterator<SetPart> {
  if (statSync(path).isDirectory()) yield* madeAgain(path);
  else yield* readLines(path);
}

function* madeAgain(folder: string): IterableIterator<SetPart> {
  const workspace = new Workspace(folder);
  const materials = workspace.materials();
  const said = workspace.said();
  const { recipe } = materials;
  mustBeThisGenerator(recipe);
  yield { type: 'recipe', recipe };
  const maker = new Maker(materials);
  let batch: Decoy[] = [];
  for (let index = 0; index < decoyCount(recipe); index++) {
    batch.push(maker.decoy(index, (each) => recipe.attempts[each] ?? 0));
    if (batch.length < BATCH) continue;
    yield { type: 'decoys', decoys: batch, said };
    batch = [];
  }
  if (batch.length > 0) yield { type: 'decoys', decoys: batch, said };
}

/**
 * What another generator would make is not what it made: neither can the set be committed to, nor could anybody who doubts
 * it make it again.
 */
function mustBeThisGenerator({ generator }: Recipe): void {
  const own = generatorHash();
  if (generator === own) return;
  const [made, here] = [generator.slice(0, SHOWN), own.slice(0, SHOWN)];
  throw new TamisError('decoy-changed', {
    en: `These decoys were made by generator ${made}, and this is generator ${here}: use the release that made them (in the same form, sources or package), or make them again with tamis decoys generate.`,
    fr: `Ces leurres ont été faits par le générateur ${made}, et celui-ci est le générateur ${here}\u00a0: prenez la version qui les a faits (sous la même forme, sources ou paquet), ou refaites-les avec tamis decoys generate.`,
  });
}

/** Digits of a generator's hash that are shown. */
const SHOWN = 12;

async function* readLines(path: string): AsyncIterableIterator<SetPart> {
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
      recipe = originHash(read.recipe);
      yield read;
      continue;
    }
    if (read.decoy.origin.recipe !== recipe) {
      throw new TamisError('decoy-set-damaged', {
        en: `Line ${number} of ${path} is of another recipe than the set.`,
        fr: `La ligne ${number} de ${path} est d’une autre recette que le jeu.`,
      });
    }
    batch.push(read.decoy);
    if (batch.length < BATCH) continue;
    yield { type: 'decoys', decoys: batch, said: null };
    batch = [];
  }
  if (batch.length > 0) yield { type: 'decoys', decoys: batch, said: null };
}
