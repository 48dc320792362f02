import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Evidence, LEVELS, type Matrix, RATINGS } from './matrix.ts';
import { rowsBehind } from './overtake.ts';
import { scoreMatrix } from './score.ts';

const IDS = ['A', 'B', 'C'];
const NOTHING = { en: 'x', fr: 'x' };

const anyRow = fc.record({
  credibility: fc.constantFrom(...LEVELS),
  relevance: fc.constantFrom(...LEVELS),
  A: fc.constantFrom(...RATINGS),
  B: fc.constantFrom(...RATINGS),
  C: fc.constantFrom(...RATINGS),
});

const anyMatrix = fc.array(anyRow, { maxLength: 7 }).map((rows): Matrix => {
  const evidence = rows.map(({ credibility, relevance, A, B, C }, index): Evidence => {
    const ratings = { A, B, C };
    const id = `E${index}`;
    return {
      id,
      credibility,
      relevance,
      ratings,
      date: '2017-05-05',
      text: NOTHING,
      grade: 'B2',
      judgement: false,
      absence: false,
      links: [],
    };
  });
  const hypotheses = IDS.map((id) => ({ id, name: NOTHING, group: null, deception: false }));
  return {
    question: NOTHING,
    analyst: null,
    hypotheses,
    groups: [],
    evidence,
    milestones: [],
    assessments: [],
  };
});

/** Whether `rival` is among the least inconsistent without the rows of a bit mask. */
function levelWithout(matrix: Matrix, rival: string, mask: number): boolean {
  const evidence = matrix.evidence.filter((_, index) => (mask & (1 << index)) === 0);
  return scoreMatrix({ ...matrix, evidence }).leaders.includes(rival);
}

function bits(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}

test('the rows a rival lags by are enough and, up to four, as few as can be: held against every subset', () => {
  fc.assert(
    fc.property(anyMatrix, fc.constantFrom(...IDS), (matrix, rival) => {
      const rows = rowsBehind(
        matrix,
        rival,
        IDS.filter((id) => id !== rival),
      );
      const mask = matrix.evidence.reduce(
        (sum, { id }, index) => (rows.includes(id) ? sum | (1 << index) : sum),
        0,
      );
      assert.ok(levelWithout(matrix, rival, mask));
      const all = Array.from({ length: 2 ** matrix.evidence.length }, (_, subset) => subset);
      const fewest = Math.min(...all.filter((subset) => levelWithout(matrix, rival, subset)).map(bits));
      if (rows.length <= 4) assert.equal(rows.length, fewest);
      else assert.ok(fewest > 4);
    }),
    { numRuns: 150 },
  );
});

test('a row on which all agree changes no rank, and a score is never below nothing', () => {
  fc.assert(
    fc.property(anyMatrix, fc.constantFrom(...RATINGS), (matrix, rating) => {
      const [first] = matrix.evidence;
      if (first === undefined) return;
      const same = { ...first, id: 'same', ratings: { A: rating, B: rating, C: rating } };
      const before = scoreMatrix(matrix);
      assert.deepEqual(
        scoreMatrix({ ...matrix, evidence: [...matrix.evidence, same] }).leaders,
        before.leaders,
      );
      for (const { score } of before.hypotheses) assert.ok(score >= 0);
    }),
    { numRuns: 100 },
  );
});
