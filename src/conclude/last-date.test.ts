import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDate } from './last-date.ts';

function dated(...dates: readonly (string | null)[]): Float64Array {
  return Float64Array.from(dates, (date) => Date.parse(date ?? ''));
}

describe('lastDate', () => {
  it('is the last of the dates, whatever their order', () => {
    assert.equal(
      lastDate(dated('2017-04-02T10:00:00Z', null, '2017-04-24T10:00:00Z')),
      '2017-04-24T10:00:00.000Z',
    );
    assert.equal(lastDate(dated(null)), null);
  });

  it('is not that of a wrong clock', () => {
    const usual = Array.from(
      { length: 200 },
      (_, at) => `2017-04-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00Z`,
    );
    assert.equal(lastDate(dated(...usual, '2038-01-19T03:14:07Z')), '2017-04-28T10:00:00.000Z');
  });
});
