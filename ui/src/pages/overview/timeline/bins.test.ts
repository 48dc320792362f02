import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binsOf } from './bins.ts';

const day = (date: string, altered: number) => ({ day: date, counts: { altered } });

test('a column is a day while days are few, and every message is in one', () => {
  const { bins, width } = binsOf([day('2017-05-03', 2), day('2017-05-05', 3)]);
  assert.equal(width, 86_400_000);
  assert.deepEqual(
    bins.map(({ total }) => total),
    [2, 0, 3],
  );
});

test('years are put together into columns that can be clicked', () => {
  const { bins } = binsOf([day('2009-01-01', 5), day('2017-05-05', 5)]);
  assert.ok(bins.length <= 120);
});

test('a stray date does not flatten the rest, and is counted as outside', () => {
  const { bins, end, outside } = binsOf([
    day('1970-01-01', 1),
    day('2017-05-04', 900),
    day('2017-05-05', 900),
  ]);
  assert.equal(bins.length, 2);
  assert.equal(end, Date.parse('2017-05-05'));
  assert.equal(outside, 1);
});

test('one message in a hundred, years away, does not flatten the rest; one in thirty is part of the picture', () => {
  const far = (count: number) =>
    binsOf([day('2017-05-01', 500), day('2017-05-05', 500), day('2026-02-01', count)]);
  assert.deepEqual([far(10).bins.length, far(10).outside], [5, 10]);
  assert.equal(far(40).outside, 0);
});
