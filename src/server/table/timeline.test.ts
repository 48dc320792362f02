import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CaseTable, KINDS, MESSAGE, TABLE_VERDICTS } from './case-table.ts';
import { timeline } from './timeline.ts';

const AUTHENTIC = TABLE_VERDICTS.indexOf('authentic');
const ALTERED = TABLE_VERDICTS.indexOf('altered');

function tableOf(
  items: readonly (readonly [kind: number, date: string | null, verdict: number])[],
): CaseTable {
  return {
    kind: Uint8Array.from(items, ([kind]) => kind),
    date: Float64Array.from(items, ([, date]) => (date === null ? Number.NaN : Date.parse(date))),
    verdict: Uint8Array.from(items, ([, , verdict]) => verdict),
  } as unknown as CaseTable;
}

test('messages are counted by day and verdict, with the first and the last moment', () => {
  const table = tableOf([
    [MESSAGE, '2017-05-01T23:59:59.000Z', ALTERED],
    [MESSAGE, '2017-04-24T00:00:00.000Z', AUTHENTIC],
    [MESSAGE, '2017-05-01T08:00:00.000Z', AUTHENTIC],
    [MESSAGE, '2017-05-01T09:00:00.000Z', AUTHENTIC],
    [MESSAGE, null, ALTERED],
    [KINDS.indexOf('document'), '1999-01-01T00:00:00.000Z', AUTHENTIC],
  ]);
  assert.deepEqual(timeline(table, Uint32Array.of(0, 1, 2, 3, 4, 5)), {
    days: [
      { day: '2017-04-24', counts: { authentic: 1 } },
      { day: '2017-05-01', counts: { authentic: 2, altered: 1 } },
    ],
    undated: 1,
    first: '2017-04-24T00:00:00.000Z',
    last: '2017-05-01T23:59:59.000Z',
  });
  // Only what was asked for.
  assert.deepEqual(timeline(table, Uint32Array.of(4)), { days: [], undated: 1, first: null, last: null });
});
