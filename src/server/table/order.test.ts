import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseTable } from './case-table.ts';
import { Orders } from './order.ts';

const COUNT = 2_000;

/** Dates that repeat, and one item in seven without any. */
function tableOf(count: number): CaseTable {
  const date = Float64Array.from({ length: count }, (_, item) =>
    item % 7 === 0 ? Number.NaN : (item * 7_919) % 501,
  );
  const verdict = Uint8Array.from({ length: count }, (_, item) => item % 6);
  const size = Float64Array.from(date, (_, item) => (item * 31) % 97);
  return { count, date, size, verdict } as unknown as CaseTable;
}

const table = tableOf(COUNT);
const orders = new Orders(table, () => Uint32Array.from({ length: COUNT }, (_, at) => COUNT - 1 - at));
const every = Uint32Array.from({ length: COUNT }, (_, item) => item);

describe('the order of hits', () => {
  for (const sort of ['date', '-date', 'size', '-size', 'verdict', '-verdict', 'path'] as const)
    it(`by ${sort} is the same for few hits as for many`, () => {
      const all = [...orders.sorted(every, sort)];
      assert.deepEqual(
        all.toSorted((a, b) => a - b),
        [...every],
      );
      for (const [few, part] of [
        [true, every.filter((item) => item % 100 === 3 || item === 7)],
        [false, every.filter((item) => item % 3 !== 0)],
      ] as const) {
        const wanted = new Set(part);
        assert.deepEqual(
          [...orders.sorted(part.toReversed(), sort)],
          all.filter((item) => wanted.has(item)),
          few ? 'sorted' : 'marked',
        );
      }
    });

  it('puts what has no date last, whichever way round', () => {
    for (const sort of ['date', '-date'] as const) {
      const dates = [...orders.sorted(every, sort)].map((item) => table.date[item]);
      const firstUndated = dates.findIndex((date) => Number.isNaN(date));
      assert.equal(dates.length - firstUndated, Math.ceil(COUNT / 7));
      assert.ok(dates.slice(firstUndated).every((date) => Number.isNaN(date)));
    }
  });
});
