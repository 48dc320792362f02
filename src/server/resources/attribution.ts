import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MACRONLEAKS, type Matrix, readMatrix, scoreMatrix, sensitivity } from '../../attribution/index.ts';
import { MATRIX_PROBLEM_TEXTS } from '../../attribution/matrix-problem.ts';
import { toldProblems } from '../../model/told-problems.ts';
import type { AttributionJson } from '../api/attribution.ts';
import { json } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';

/** A matrix people fill in by hand has tens of rows. */
const MOST_BYTES = 4 * 2 ** 20;

/** Competing hypotheses: of the case, or the example. */
export const attributionRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/attribution', handle: (request) => json(attribution(request)) },
];

function attribution({ query, context }: RouteRequest): AttributionJson {
  const example = query.word('example', ['', 'macronleaks'], '');
  const matrix = example === 'macronleaks' ? checked(MACRONLEAKS) : matrixIn(context.store.directory);
  return { matrix, scores: scoreMatrix(matrix), sensitivity: sensitivity(matrix) };
}

/** The matrix people keep in the folder of the case. Throws HttpError 404 `no-matrix`, 422 `bad-matrix`. */
export function matrixIn(directory: string): Matrix {
  const file = join(directory, 'attribution.json');
  if (!existsSync(file) || statSync(file).size > MOST_BYTES)
    throw new HttpError(404, 'no-matrix', {
      en: 'This case holds no attribution.json; `tamis attribution example` makes one.',
      fr: 'Ce dossier ne contient pas d’attribution.json\u202f; `tamis attribution example` en fait un.',
    });
  return checked(parsed(readFileSync(file, 'utf8')));
}

function checked(value: unknown): Matrix {
  const read = readMatrix(value);
  if (read.type === 'matrix') return read.matrix;
  throw new HttpError(422, 'bad-matrix', {
    en: `attribution.json cannot be read: ${toldProblems(read.problems, MATRIX_PROBLEM_TEXTS, 'en')}`,
    fr: `attribution.json est illisible\u00a0: ${toldProblems(read.problems, MATRIX_PROBLEM_TEXTS, 'fr')}`,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(422, 'bad-matrix', {
      en: 'attribution.json is not JSON.',
      fr: 'attribution.json n’est pas du JSON.',
    });
  }
}
