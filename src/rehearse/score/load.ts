import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TamisError } from '../../model/index.ts';
import type { TrueKeyRow } from '../keys/true-keys.ts';
import type { TruthRow } from '../truth.ts';
import type { ExerciseFacts } from './score.ts';

/** The truth of an exercise from the folder `rehearse` wrote. Throws `no-exercise` when it is none. */
export function loadExercise(directory: string): ExerciseFacts {
  const read = (name: string): string => {
    try {
      return readFileSync(join(directory, name), 'utf8');
    } catch (cause) {
      throw new TamisError(
        'no-exercise',
        {
          en: `${directory} is not an exercise: ${name} is missing.`,
          fr: `${directory} n’est pas un exercice\u00a0: il y manque ${name}.`,
        },
        { cause },
      );
    }
  };
  try {
    const { seed, scale } = JSON.parse(read('exercise.json')) as {
      readonly seed: number;
      readonly scale: number;
    };
    return {
      seed,
      scale,
      truth: lines(read('truth.jsonl')) as readonly TruthRow[],
      keys: lines(read('keys.jsonl')) as readonly TrueKeyRow[],
      keyFiles: {
        all: lines(read('players/keys/all.jsonl')).length,
        half: lines(read('players/keys/half.jsonl')).length,
      },
    };
  } catch (cause) {
    if (cause instanceof TamisError) throw cause;
    throw new TamisError(
      'no-exercise',
      {
        en: `${directory} is not an exercise: its files cannot be read.`,
        fr: `${directory} n’est pas un exercice\u00a0: ses fichiers sont illisibles.`,
      },
      {
        cause,
      },
    );
  }
}

function lines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
