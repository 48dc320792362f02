import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Foremost } from './foremost.ts';

it('keeps the foremost, those of one rank as they came', () => {
  const values = Array.from({ length: 5000 }, (_, at) => ({ rank: (at * 7919) % 40, at }));
  const inOrder = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;
  const foremost = new Foremost<(typeof values)[number]>(150, inOrder);
  for (const value of values) foremost.add(value);
  assert.deepEqual(foremost.all(), values.toSorted(inOrder).slice(0, 150));
});
