import { originHash, type Recipe } from '../model/index.ts';
import { type OpeningDefect, verifyOpening } from '../verify/index.ts';
import { type ChallengeAnswer, picksOf } from './challenge.ts';
import { mostOthers } from './pick.ts';

/** Why an item could not be made again: other materials than the recipe names, or another version of the generator. */
export type Unable = 'no-materials' | 'other-generator';

/** Makes an item again, to the hash of its bytes, or says why not. The recipe comes from whoever wants to be believed. */
export type Regenerate = (recipe: Recipe, index: number) => Promise<{ readonly sha256: string } | Unable>;

export type LeafAnswer =
  | { readonly type: 'regenerated'; readonly id: string }
  /** Made again, it comes out otherwise. */
  | { readonly type: 'differs'; readonly id: string }
  /** Opened as committed to; whether the generator made it could not be checked. */
  | {
      readonly type: 'opened';
      readonly id: string;
      readonly why: 'no-recipe' | 'language-model' | Unable;
    }
  | {
      readonly type: 'invalid';
      readonly place: number;
      readonly reason: OpeningDefect | 'missing' | 'other-recipe';
    };

export interface AnswerCheck {
  readonly leaves: readonly LeafAnswer[];
  readonly size: number;
  /**
   * Largest share of the ledger that may not come out of the generator, at 95 %, 0 to 1; null unless every leaf asked
   * for was made again.
   */
  readonly mostOthers: number | null;
}

/** Checks an answer by itself: what was asked follows from the seed, and every leaf has to be there. */
export async function checkAnswer(
  { challenge, openings }: ChallengeAnswer,
  regenerate: Regenerate,
): Promise<AnswerCheck> {
  const picks = await picksOf(challenge);
  const byPlace = new Map(openings.map((opening) => [opening.index, opening]));
  const leaves: LeafAnswer[] = [];
  let size = 0;
  for (const place of picks) {
    const opening = byPlace.get(place);
    if (opening === undefined || opening.checkpoint !== challenge.checkpoint) {
      leaves.push({ type: 'invalid', place, reason: 'missing' });
      continue;
    }
    const verdict = await verifyOpening(opening, { roots: [], key: challenge.key });
    if (verdict.type === 'invalid') {
      leaves.push({ type: 'invalid', place, reason: verdict.reason });
      continue;
    }
    size = verdict.checkpoint.size;
    const { leaf, recipe, faces } = { ...opening };
    if (recipe !== null && originHash(recipe) !== leaf.recipe) {
      leaves.push({ type: 'invalid', place, reason: 'other-recipe' });
      continue;
    }
    leaves.push(await madeAgain(leaf.id, leaf.model, recipe, leaf.index, faces.bytes, regenerate));
  }
  const isWhole = leaves.length > 0 && leaves.every(({ type }) => type === 'regenerated');
  return { leaves, size, mostOthers: isWhole ? mostOthers(leaves.length, size) : null };
}

async function madeAgain(
  id: string,
  model: string | null,
  recipe: Recipe | null,
  index: number,
  sha256: string,
  regenerate: Regenerate,
): Promise<LeafAnswer> {
  if (model !== null) return { type: 'opened', id, why: 'language-model' };
  if (recipe === null) return { type: 'opened', id, why: 'no-recipe' };
  const made = await regenerate(recipe, index);
  if (typeof made === 'string') return { type: 'opened', id, why: made };
  return { type: made.sha256 === sha256 ? 'regenerated' : 'differs', id };
}
