import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthColumns } from './month-columns.ts';

test('a column is a month with its days, and tells where months are missing', () => {
  const { columns } = monthColumns([
    { month: '2016-12', count: 5 },
    { month: '2017-01', count: 7 },
    { month: '2017-04', count: 2 },
  ]);
  assert.deepEqual(columns, [
    { name: '2016-12', from: '2016-12-01', to: '2016-12-31', count: 5, afterGap: false },
    { name: '2017-01', from: '2017-01-01', to: '2017-01-31', count: 7, afterGap: false },
    { name: '2017-04', from: '2017-04-01', to: '2017-04-30', count: 2, afterGap: true },
  ]);
});

test('of many years a column is a year, and stray dates are left out and counted', () => {
  const months = Array.from({ length: 120 }, (_, at) => ({
    month: `${2007 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    count: 100,
  }));
  const { columns, outside } = monthColumns([{ month: '1899-12', count: 1 }, ...months]);
  assert.equal(outside, 1);
  assert.equal(columns.length, 10);
  assert.deepEqual(columns[0], {
    name: '2007',
    from: '2007-01-01',
    to: '2007-12-31',
    count: 1200,
    afterGap: false,
  });
});

test('of nothing there are no columns', () => {
  assert.deepEqual(monthColumns([]), { columns: [], outside: 0 });
});
