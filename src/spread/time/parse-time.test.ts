import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTime } from './parse-time.ts';

/** The moment in ISO form with what is known of it, or the reason why there is none. */
function told(stamp: string, zone?: string): string {
  const result = parseTime(stamp, zone);
  return result.type === 'bad'
    ? result.reason
    : `${new Date(result.ms).toISOString()} ${result.zone} ${result.resolution}`;
}

const CASES: readonly (readonly [string, string])[] = [
  ['1494010152', '2017-05-05T18:49:12.000Z stated second'],
  ['1494010152345', '2017-05-05T18:49:12.345Z stated millisecond'],
  ['1494010152345678', '2017-05-05T18:49:12.346Z stated millisecond'],
  ['1.5e+09', '2017-07-14T02:40:00.000Z stated second'],
  ['1494010152.5', '2017-05-05T18:49:12.500Z stated millisecond'],
  ['2017-05-05T18:49:12.345Z', '2017-05-05T18:49:12.345Z stated millisecond'],
  ['2017-05-05 20:49:12 +0200', '2017-05-05T18:49:12.000Z stated second'],
  ['2017-05-05T20:49:12+02:00', '2017-05-05T18:49:12.000Z stated second'],
  ['2017-05-05 14:49:12 EDT', '2017-05-05T18:49:12.000Z stated second'],
  ['Fri May 05 18:49:12 +0000 2017', '2017-05-05T18:49:12.000Z stated second'],
  ['2017-05-05 18:49', '2017-05-05T18:49:00.000Z assumed minute'],
  ['2017-05-05', '2017-05-05T00:00:00.000Z assumed day'],
  ['1.494007e+09', 'rounded'],
  ['2017-05-05 06:49:12 PM', '2017-05-05T18:49:12.000Z assumed second'],
  ['2017-05-05 12:00 AM', '2017-05-05T00:00:00.000Z assumed minute'],
  ['2017-05-05 13:00 PM', 'not-a-time'],
  ['Fri, 05 May 2017 18:49:12 GMT', '2017-05-05T18:49:12.000Z stated second'],
  ['5 May 2017 20:49 +0200', '2017-05-05T18:49:00.000Z stated minute'],
  ['May 5, 2017, 6:49 PM EDT', '2017-05-05T22:49:00.000Z stated minute'],
  ['5 mai 2017 à 18:49', '2017-05-05T18:49:00.000Z assumed minute'],
  // As front ends of X show it.
  ['May 5, 2017 · 6:49 PM UTC', '2017-05-05T18:49:00.000Z stated minute'],
  ['1er août 2017', '2017-08-01T00:00:00.000Z assumed day'],
  ['31 juin 2017', 'not-a-time'],
  ['Fri May 32 18:49:12 +0000 2017', 'not-a-time'],
  ['5 brumaire 2017', 'not-a-time'],
  [' ', 'empty'],
  ['5/6/2017 12:00', 'not-a-time'],
  ['2017-02-30T00:00:00Z', 'not-a-time'],
  ['2017-05-05T25:00:00Z', 'not-a-time'],
  ['2017-05-05 18:49:12 XYZ', 'unknown-zone'],
  ['-5', 'out-of-range'],
  ['NaN', 'not-a-time'],
  ['9'.repeat(100), 'not-a-time'],
];

for (const [stamp, expected] of CASES) {
  test(`${JSON.stringify(stamp)} is ${expected}`, () => assert.equal(told(stamp), expected));
}

test('a stamp without zone is read in the zone given, across the change of clocks', () => {
  assert.equal(told('2017-05-05T20:49:12', 'Europe/Paris'), '2017-05-05T18:49:12.000Z assumed second');
  assert.equal(told('2017-01-05T20:49:12', 'Europe/Paris'), '2017-01-05T19:49:12.000Z assumed second');
  assert.equal(told('2017-03-26T01:59:59', 'Europe/Paris'), '2017-03-26T00:59:59.000Z assumed second');
  assert.equal(told('2017-03-26T03:00:00', 'Europe/Paris'), '2017-03-26T01:00:00.000Z assumed second');
  // Occurs twice; the first is meant.
  assert.equal(told('2017-10-29T02:30:00', 'Europe/Paris'), '2017-10-29T00:30:00.000Z assumed second');
  assert.equal(told('2017-05-05T20:49:12', 'Mars/Olympus'), 'unknown-zone');
});

test('day and month in figures are read when their order is given', () => {
  const read = (stamp: string, order: 'day-first' | 'month-first'): string => {
    const result = parseTime(stamp, 'UTC', order);
    return result.type === 'bad' ? result.reason : new Date(result.ms).toISOString();
  };
  assert.equal(read('05/06/2017 18:49', 'day-first'), '2017-06-05T18:49:00.000Z');
  assert.equal(read('05/06/2017 06:49:12 PM', 'month-first'), '2017-05-06T18:49:12.000Z');
  assert.equal(read('5.6.2017', 'day-first'), '2017-06-05T00:00:00.000Z');
  assert.equal(read('05/25/2017', 'day-first'), 'not-a-time');
  assert.equal(read('2017-05-06', 'day-first'), '2017-05-06T00:00:00.000Z');
});
