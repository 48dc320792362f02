import { TamisError } from '../../model/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { isOpening, type Opening, readNote, readVerifierKey } from '../verify/index.ts';
import { pickLeaves } from './pick.ts';

/** What is asked of an owner: open these leaves of this checkpoint. */
export interface Challenge {
  readonly format: 'tamis-challenge-1';
  /** Signed note. */
  readonly checkpoint: string;
  readonly key: string;
  /** Chosen by whoever asks, after the checkpoint was known to be signed. */
  readonly seed: string;
  readonly count: number;
}

/**
 * What the owner hands back: the challenge as it was asked, and an opening for each leaf that follows from
 * it.
 */
export interface ChallengeAnswer {
  readonly format: 'tamis-challenge-answer-1';
  readonly challenge: Challenge;
  readonly openings: readonly Opening[];
}

/** Attack: a challenge of a million leaves, which would empty the ledger. */
const MOST_PICKS = 2000;
/** Attack: an answer of many gigabytes. */
export const MOST_ANSWER_BYTES = 512 * 2 ** 20;
/** Attack: dice that show the same number. Twelve characters of anything are no accident. */
const FEWEST_SEED_CHARACTERS = 12;

/** Throws `bad-checkpoint` for what is not signed with this key, `short-seed`. */
export async function makeChallenge(
  checkpoint: string,
  key: string,
  seed: string,
  count: number,
): Promise<Challenge> {
  if (seed.length < FEWEST_SEED_CHARACTERS) {
    throw new TamisError('short-seed', {
      en: `A seed has at least ${FEWEST_SEED_CHARACTERS} characters nobody could choose.`,
      fr: `Une graine a au moins ${FEWEST_SEED_CHARACTERS} caractères que personne n’a pu choisir.`,
    });
  }
  const challenge: Challenge = { format: 'tamis-challenge-1', checkpoint, key, seed, count };
  await picksOf(challenge);
  return challenge;
}

/** The leaves it asks for. Throws `bad-checkpoint`. */
export async function picksOf({ checkpoint, key, seed, count }: Challenge): Promise<readonly number[]> {
  const read = readVerifierKey(key);
  const note = read === null ? null : await readNote(checkpoint, read);
  if (note?.type !== 'signed') {
    throw new TamisError('bad-checkpoint', {
      en: 'The checkpoint is not signed with the key given.',
      fr: 'Le point de contrôle n’est pas signé avec la clé donnée.',
    });
  }
  const { root, size } = note.checkpoint;
  return pickLeaves(seed, root, size, count);
}

/** Opens what was asked for. Throws `other-ledger` where the checkpoint is not this ledger's. */
export async function answerChallenge(
  challenge: Challenge,
  ledger: Ledger,
  withRecipe: boolean,
): Promise<ChallengeAnswer> {
  if (!ledger.checkpoints.some(({ note }) => note === challenge.checkpoint)) {
    throw new TamisError('other-ledger', {
      en: 'The challenge is about a checkpoint that this ledger never signed.',
      fr: 'Le défi porte sur un point de contrôle que ce registre n’a jamais signé.',
    });
  }
  const ids = (await picksOf(challenge)).flatMap((place) => ledger.entries[place]?.id ?? []);
  const openings = ids.map((id) => ledger.open(id, withRecipe, challenge.checkpoint));
  return { format: 'tamis-challenge-answer-1', challenge, openings };
}

/** Throws `bad-challenge`: it comes from somebody else. */
export function readChallenge(text: string): Challenge {
  const value = parsed(text);
  if (isChallenge(value)) return value;
  throw new TamisError('bad-challenge', { en: 'This is not a challenge.', fr: 'Ce n’est pas un défi.' });
}

/** Throws `bad-answer`. */
export function readAnswer(text: string): ChallengeAnswer {
  const value = parsed(text);
  if (isObject(value) && value.format === 'tamis-challenge-answer-1' && isChallenge(value.challenge)) {
    const { openings, challenge } = value;
    if (Array.isArray(openings) && openings.length <= MOST_PICKS && openings.every(isOpening)) {
      return { format: 'tamis-challenge-answer-1', challenge, openings };
    }
  }
  throw new TamisError('bad-answer', {
    en: 'This is not the answer to a challenge.',
    fr: 'Ce n’est pas la réponse à un défi.',
  });
}

function isChallenge(value: unknown): value is Challenge {
  if (!isObject(value) || value.format !== 'tamis-challenge-1') return false;
  const { checkpoint, key, seed, count } = value;
  const isCount = Number.isSafeInteger(count) && Number(count) >= 1 && Number(count) <= MOST_PICKS;
  return isCount && [checkpoint, key, seed].every((each) => typeof each === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
