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
  ['1.5e+09', '2017-07-14T02:40:00.000Z stated millisecond'],
  ['1494010152.5', '2017-05-05T18:49:12.500Z stated millisecond'],
  ['2017-05-05T18:49:12.345Z', '2017-05-05T18:49:12.345Z stated millisecond'],
  ['2017-05-05 20:49:12 +0200', '2017-05-05T18:49:12.000Z stated second'],
  ['2017-05-05T20:49:12+02:00', '2017-05-05T18:49:12.000Z stated second'],
  ['2017-05-05 14:49:12 EDT', '2017-05-05T18:49:12.000Z stated second'],
  ['Fri May 05 18:49:12 +0000 2017', '2017-05-05T18:49:12.000Z stated second'],
  ['2017-05-05 18:49', '2017-05-05T18:49:00.000Z assumed minute'],
  ['2017-05-05', '2017-05-05T00:00:00.000Z assumed day'],
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
