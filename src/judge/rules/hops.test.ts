import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { MessageEvidence } from '../evidence.ts';
import { judgeHops } from './hops.ts';

it('tells the size of a gap between servers and decides nothing', () => {
  const usual = { median: 2, bar: 900, count: 40 };
  const judged = (hop: object | null, list: string | null = null) =>
    judgeHops({ habits: { hop }, list } as unknown as MessageEvidence).map(({ verdict, reason }) => {
      return [verdict, reason.polarity, reason.detail.gap, reason.detail.usualLag, reason.detail.cause];
    });
  const gap = { pair: 'a.example>b.example', seconds: 900_000, usual, isQueue: false };
  assert.deepEqual(judged(gap), [['unverified', 'against', 900_000, 2, undefined]]);
  assert.deepEqual(judged(gap, 'list.example')[0]?.[1], 'note');
  assert.deepEqual(judged({ ...gap, seconds: 90_000, isQueue: true }), [
    ['unverified', 'note', 90_000, 2, 'queue'],
  ]);
  assert.deepEqual(judged(null), []);
});
