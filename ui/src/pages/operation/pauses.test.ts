import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pausesOf } from './pauses.ts';

const day = (n: number): string => `2017-05-${String(n).padStart(2, '0')}T00:00:00Z`;
const DAY = 86_400_000;

test('a pause is told where nothing was going on, and only where it is long', () => {
  const events = [
    { from: day(1), to: day(10) },
    { from: day(5), to: day(5) },
    { from: day(12), to: null },
    { from: null, to: day(20) },
    { from: null, to: null },
  ];
  assert.deepEqual(pausesOf(events), [0, 0, 0, 8 * DAY, 0]);
});
