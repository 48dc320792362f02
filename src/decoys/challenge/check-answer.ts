import { originHash, type Recipe } from '../model/index.ts';
import { type Faces, type Opening, type OpeningDefect, verifyOpening } from '../verify/index.ts';
import { type Challenge, type ChallengeAnswer, picksOf } from './challenge.ts';
import { mostOthers } from './pick.ts';

/** Why an item could not be made again: other materials than the recipe names, or another version of the generator. */
export type Unable = 'no-materials' | 'other-generator';

/** An item that was made again, with every face that a leaf commits to. */
export interface MadeAgain {
  readonly id: string;
  readonly kind: string;
  readonly faces: Faces;
}

/**
 * Makes an item again, or says why not; null where the recipe has none at this index. The recipe comes from whoever wants
 * to be believed.
 */
export type Regenerate = (recipe: Recipe, index: number) => Promise<MadeAgain | Unable | null>;

/** What became of one leaf that was asked for; `place` is its index in the tree, from 0. */
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

/** An answer that was checked, leaf by leaf, and what share of the ledger it speaks for. */
export interface AnswerCheck {
  /** What was asked, as the answer has it: whoever asked compares it with what they asked. */
  readonly asked: Pick<Challenge, 'seed' | 'count' | 'key'>;
  readonly leaves: readonly LeafAnswer[];
  readonly size: number;
  /**
   * Largest share of the ledger that may not come out of the generator, at 95 %, 0 to 1; null unless every leaf asked
   * for was made again.
   */
  readonly mostOthers: number | null;
}

/**
 * Checks an answer by itself: what was asked follows from the seed, and every leaf has to be there. That the seed is the
 * one which was asked with, it cannot see (`isAnswerTo`): an owner who may choose it picks what is opened.
 */
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
    const { leaf, recipe } = opening;
    if (recipe !== null && originHash(recipe) !== leaf.recipe) {
      leaves.push({ type: 'invalid', place, reason: 'other-recipe' });
      continue;
    }
    leaves.push(await madeAgain(opening, recipe, regenerate));
  }
  const { seed, count, key } = challenge;
  const isWhole = leaves.length > 0 && leaves.every(({ type }) => type === 'regenerated');
  return {
    asked: { seed, count, key },
    leaves,
    size,
    mostOthers: isWhole ? mostOthers(leaves.length, size) : null,
  };
}

/** Whether an answer is to this very challenge, whose seed its asker chose. */
export function isAnswerTo({ challenge }: ChallengeAnswer, asked: Challenge): boolean {
  const { checkpoint, key, seed, count } = challenge;
  return (
    checkpoint === asked.checkpoint &&
    key.trim() === asked.key.trim() &&
    seed === asked.seed &&
    count === asked.count
  );
}

async function madeAgain(
  { leaf, faces }: Opening,
  recipe: Recipe | null,
  regenerate: Regenerate,
): Promise<LeafAnswer> {
  const { id, model, index, kind } = leaf;
  if (model !== null) return { type: 'opened', id, why: 'language-model' };
  if (recipe === null) return { type: 'opened', id, why: 'no-recipe' };
  const made = await regenerate(recipe, index);
  if (typeof made === 'string') return { type: 'opened', id, why: made };
  // Every face: an honest file beside the text of a real mail would be a hedge that bytes alone do not show.
  const isSame = made !== null && made.id === id && made.kind === kind && areSame(made.faces, faces);
  return { type: isSame ? 'regenerated' : 'differs', id };
}

function areSame(one: Faces, other: Faces): boolean {
  return (
    one.bytes === other.bytes &&
    one.headers === other.headers &&
    one.text === other.text &&
    one.attachments.length === other.attachments.length &&
    one.attachments.every((each, at) => each === other.attachments[at])
  );
}
