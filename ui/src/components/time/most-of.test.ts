import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostOf } from './most-of.ts';

const month = (name: string, count: number) => ({ at: Date.parse(`${name}-01`), count });

test('a few stray dates do not stretch the time that is shown, and are counted', () => {
  const times = [month('1899-12', 1), month('2017-03', 400), month('2017-04', 600), month('2033-02', 1)];
  assert.deepEqual(mostOf(times), { from: 1, to: 2, outside: 2 });
});

test('the edges of an even leak stay', () => {
  const times = Array.from({ length: 12 }, (_, at) => month(`2017-${String(at + 1).padStart(2, '0')}`, 10));
  assert.deepEqual(mostOf(times), { from: 0, to: 11, outside: 0 });
});

test('of nothing, and of one month, all is shown', () => {
  assert.equal(mostOf([]).outside, 0);
  assert.deepEqual(mostOf([month('2017-05', 3)]), { from: 0, to: 0, outside: 0 });
});
