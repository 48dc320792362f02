import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type CutMatrix, cutMatrix, isDay, type Matrix, readMatrix } from '../../attribution/index.ts';
import { MATRIX_PROBLEM_TEXTS } from '../../attribution/matrix-problem.ts';
import { TamisError } from '../../model/index.ts';
import { toldProblems } from '../../model/told-problems.ts';
import type { Flag, Positional } from '../command.ts';
import { unreadJson } from '../unread-json.ts';

export const MATRIX_FILE = {
  name: 'file',
  metavar: 'FILE',
  required: true,
  summary: {
    en: 'the matrix as JSON; tamis attribution example prints one to start from',
    fr: 'la matrice en JSON\u202f; tamis attribution example en écrit une pour commencer',
  },
} as const satisfies Positional;

export const CUT_FLAGS = [
  {
    name: 'at',
    type: 'string',
    metavar: 'DATE',
    summary: {
      en: 'what was known at the end of this day, 2017-05-12',
      fr: 'ce qui était connu à la fin de ce jour, 2017-05-12',
    },
  },
  {
    name: 'judgements',
    type: 'boolean',
    summary: {
      en: 'count the judgements of others too, which are no evidence',
      fr: 'compter aussi les jugements d’autrui, qui ne sont pas des indices',
    },
  },
] as const satisfies readonly Flag[];

export interface CutFlagValues {
  readonly at: string | undefined;
  readonly judgements: boolean;
}

/** The matrix of a file. Throws `bad-matrix` with every problem and its place. */
export function matrixOf(file: string, cwd: string): Matrix {
  const read = readMatrix(parse(resolve(cwd, file)));
  if (read.type === 'matrix') return read.matrix;
  throw new TamisError('bad-matrix', {
    en: `${basename(file)}: ${toldProblems(read.problems, MATRIX_PROBLEM_TEXTS, 'en')}`,
    fr: `${basename(file)}\u00a0: ${toldProblems(read.problems, MATRIX_PROBLEM_TEXTS, 'fr')}`,
  });
}

/** As the flags want it: on a day, with or without judgements of others. */
export function cutByFlags(matrix: Matrix, flags: CutFlagValues): CutMatrix {
  const at = flags.at ?? null;
  if (at !== null && !isDay(at))
    throw new TamisError('bad-option', {
      en: `--at ${at}: write a day as 2017-05-12`,
      fr: `--at ${at}\u00a0: écrivez un jour ainsi\u00a0: 2017-05-12`,
    });
  return cutMatrix(matrix, { at, judgements: flags.judgements });
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw unreadJson('bad-matrix', path, cause);
  }
}
