import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DaySet } from './day-set.ts';

test('days are counted once, however many there are', () => {
  const days = new DaySet();
  const known = new Set<number>();
  let day = 17_000;
  for (let at = 0; at < 3000; at++) {
    day = 3_651 + ((day * 7_919 + 13) % 40_000);
    for (const each of [day, day, day + 31]) {
      days.add(each);
      known.add(each);
    }
    if (at < 300 || at % 100 === 0) assert.equal(days.size, known.size);
  }
  const ordered = (all: Iterable<number>) => [...all].sort((a, b) => a - b);
  assert.deepEqual(ordered(days), ordered(known));
});

test('one day and none cost no set', () => {
  const days = new DaySet();
  assert.deepEqual([...days], []);
  days.add(0);
  days.add(0);
  assert.deepEqual([days.size, [...days]], [1, [0]]);
});
