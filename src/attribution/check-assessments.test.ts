import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessmentFaults } from './check-assessments.ts';
import { MACRONLEAKS } from './examples/index.ts';
import type { Assessment, Matrix, Rating } from './matrix.ts';
import { readMatrix } from './read-matrix.ts';

function matrix(
  rows: readonly Readonly<Record<string, Rating>>[],
  said: Readonly<Record<string, string>>,
): Matrix {
  const hypotheses = ['A', 'B', 'C'].map((id) => ({
    id,
    name: { en: id, fr: id },
    group: null,
    deception: false,
  }));
  const evidence = rows.map((ratings, index) => ({
    id: `E${index}`,
    date: '2017-05-01',
    text: { en: 'x', fr: 'x' },
    grade: 'A1',
    credibility: 'medium' as const,
    relevance: 'medium' as const,
    judgement: false,
    absence: false,
    ratings,
    links: [],
  }));
  const assessments: Assessment[] = Object.entries(said).map(([hypothesis, likelihood]) => ({
    hypothesis,
    likelihood,
    confidence: 'moderate',
    because: { en: '', fr: '' },
  }));
  const question = { en: '?', fr: '?' };
  return { question, analyst: null, hypotheses, groups: [], evidence, milestones: [], assessments };
}

test('likely is what no other hypothesis equals', () => {
  const rows = [{ A: 'C', B: 'I', C: 'N' } as const];
  assert.deepEqual(assessmentFaults(matrix(rows, { B: 'likely' })), [
    { code: 'behind', hypothesis: 'B', others: ['A', 'C'] },
  ]);
  assert.deepEqual(assessmentFaults(matrix(rows, { A: 'likely' })), [
    { code: 'tied', hypothesis: 'A', others: ['C'] },
  ]);
  assert.deepEqual(assessmentFaults(matrix([...rows, { A: 'C', B: 'I', C: 'I' }], { A: 'likely' })), []);
  assert.deepEqual(assessmentFaults(matrix(rows, { A: 'roughly-even-chance', B: 'unlikely' })), []);
});

test('chances of what excludes one another do not come to more than all', () => {
  const rows = [{ A: 'C', B: 'I', C: 'I' } as const];
  const both = assessmentFaults(matrix(rows, { A: 'almost-certain', C: 'unlikely' }));
  assert.deepEqual(both, [{ code: 'exceed', hypothesis: 'A', others: ['C'] }]);
});

test('the worked example claims no more than it bears', () => {
  const read = readMatrix(MACRONLEAKS);
  assert.ok(read.type === 'matrix');
  assert.deepEqual(assessmentFaults(read.matrix), []);
});
