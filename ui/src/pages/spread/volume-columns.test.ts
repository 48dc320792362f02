import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from './volume-columns.ts';

const MINUTE = 60_000;

test('bins are put together until the picture can hold them, and no post is lost', () => {
  const counts = Array.from({ length: 1_000 }, (_, at) => at % 7);
  const columns = columnsOf({ counts, start: 0, binMinutes: 2, bursts: [{ from: 0, to: 1, posts: 1 }] });
  assert.equal(columns.length, 200);
  assert.ok(columns.every(({ from, to }) => to - from === 10 * MINUTE));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  assert.equal(sum(columns.map(({ posts }) => posts)), sum(counts));
  assert.deepEqual(
    columns.flatMap(({ burst }, at) => (burst ? [at] : [])),
    [0],
  );
});
