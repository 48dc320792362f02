import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseTable } from './case-table.ts';
import { dateFacet } from './date-facet.ts';

function facetOfDates(...dates: readonly (string | null)[]): ReturnType<typeof dateFacet> {
  const date = Float64Array.from(dates, (each) => (each === null ? Number.NaN : Date.parse(each)));
  const items = Uint32Array.from(dates, (_, item) => item);
  return dateFacet({ date } as unknown as CaseTable, items);
}

const told = ({ values }: ReturnType<typeof dateFacet>): string[] =>
  values.map(({ value, count }) => `${value} ${count}`);

test('hits of some weeks are counted by day, in order of time', () => {
  const facet = facetOfDates('2017-05-05T20:00:00Z', '2017-05-01T23:59:59Z', null, '2017-05-05T00:00:00Z');
  assert.deepEqual(told(facet), ['2017-05-01 1', '2017-05-05 2']);
  assert.deepEqual(facet.values[0]?.query, 'on:2017-05-01');
});

test('of some months by month, of decades by year', () => {
  assert.deepEqual(
    told(facetOfDates('2016-12-31T12:00:00Z', '2017-05-05T00:00:00Z', '2017-05-06T00:00:00Z')),
    ['2016-12 1', '2017-05 2'],
  );
  assert.deepEqual(told(facetOfDates('1970-01-01T00:00:00Z', '2017-05-05T00:00:00Z')), ['1970 1', '2017 1']);
});

test('a few dates far off do not make days into years', () => {
  const usual = Array.from(
    { length: 300 },
    (_, n) => `2017-05-${String(1 + (n % 20)).padStart(2, '0')}T10:00:00Z`,
  );
  const facet = facetOfDates('1601-01-01T00:00:00Z', ...usual, '9999-12-31T00:00:00Z');
  assert.equal(facet.values.at(0)?.value, '1601-01-01');
  assert.equal(facet.values.at(1)?.value, '2017-05-01');
  assert.equal(facet.values.at(-1)?.value, '9999-12-31');
});

test('years that no query names are counted nowhere, and nothing is nothing', () => {
  const date = Float64Array.from([8.64e15, -8.64e15, Date.parse('2017-05-05T10:00:00Z')]);
  const facet = dateFacet({ date } as unknown as CaseTable, Uint32Array.from([0, 1, 2]));
  assert.deepEqual(told(facet), ['2017 1']);
  assert.deepEqual(told(facetOfDates(null, null)), []);
});
