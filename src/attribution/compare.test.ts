import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alphaOf, compareMatrices } from './compare.ts';
import { MACRONLEAKS } from './examples/index.ts';
import type { Matrix, Rating } from './matrix.ts';
import { readMatrix } from './read-matrix.ts';

function example(): Matrix {
  const read = readMatrix(MACRONLEAKS);
  assert.ok(read.type === 'matrix');
  return read.matrix;
}

function rerated(matrix: Matrix, id: string, hypothesis: string, rating: Rating): Matrix {
  const evidence = matrix.evidence.map((row) =>
    row.id === id ? { ...row, ratings: { ...row.ratings, [hypothesis]: rating } } : row,
  );
  return { ...matrix, evidence };
}

test('one matrix twice is full agreement', () => {
  const { disagreements, alpha, cells, alike, onlyInSome } = compareMatrices([
    { name: 'a', matrix: example() },
    { name: 'b', matrix: example() },
  ]);
  assert.deepEqual([disagreements.length, alpha, cells, alike, onlyInSome.length], [0, 1, 80, 80, 0]);
});

test('cells that differ, widest first, and whether analysts contradict each other', () => {
  const base = example();
  const other = rerated(rerated(base, 'E04', 'H4', 'I'), 'E01', 'H2', 'II');
  const { disagreements, analysts, alpha } = compareMatrices([
    { name: 'a', matrix: base },
    { name: 'b', matrix: { ...other, evidence: other.evidence.slice(0, -1) } },
  ]);
  assert.deepEqual(disagreements, [
    { evidence: 'E04', hypothesis: 'H4', ratings: ['C', 'I'], spread: 2, opposed: true },
    { evidence: 'E01', hypothesis: 'H2', ratings: ['I', 'II'], spread: 1, opposed: false },
  ]);
  assert.ok(alpha !== null && alpha > 0.9 && alpha < 1);
  assert.notDeepEqual(analysts[0]?.scores, analysts[1]?.scores);
});

test('alpha of Krippendorff’s own example of interval data', () => {
  // Computing Krippendorff's Alpha-Reliability (2011), section C/D: four observers, twelve units, alpha 0.849.
  const observers: readonly (readonly (number | null)[])[] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  const units = Array.from({ length: 12 }, (_, unit) => observers.flatMap((values) => values[unit] ?? []));
  assert.equal(alphaOf(units)?.toFixed(3), '0.849');
  assert.equal(alphaOf([[1, 1]]), null);
});
