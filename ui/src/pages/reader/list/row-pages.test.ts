import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

// What is asked carries the language of the page.
Object.assign(globalThis, {
  localStorage: { getItem: () => null },
  document: { documentElement: { dataset: {} } },
});
const { RowPages } = await import('./row-pages.ts');

const QUESTION = { q: '', role: 'leak', sort: 'path' } as const;

/** A server with so many rows; what it was asked for, by offset. */
function serverWith(total: number): number[] {
  const asked: number[] = [];
  mock.method(globalThis, 'fetch', async (address: string) => {
    const query = new URL(address, 'http://127.0.0.1').searchParams;
    const offset = Number(query.get('offset') ?? 0);
    asked.push(offset);
    const count = Math.min(Number(query.get('limit')), total - offset);
    const rows = Array.from({ length: count }, (_, n) => ({ id: `item${offset + n}` }));
    const found = Number(query.get('find')?.slice('item'.length) ?? total);
    const foundAt = found < total ? found : null;
    return Response.json({ total, offset, rows, took: 1, query: '', sort: 'path', foundAt });
  });
  return asked;
}

test('rows come by the page, each asked for once', async () => {
  const asked = serverWith(1000);
  const pages = new RowPages(QUESTION, () => {});
  await pages.want(0, 120);
  await pages.want(50, 150);
  assert.deepEqual(asked, [0, 30, 60, 90, 120, 150]);
  assert.equal(pages.total, 1000);
  assert.equal(pages.row(101)?.id, 'item101');
  assert.equal(pages.row(500), null);
  assert.equal(pages.indexOf('item101'), 101);
});

test('an item far down is found with the rows around it', async () => {
  const asked = serverWith(1000);
  const pages = new RowPages(QUESTION, () => {});
  await pages.want(0, 0);
  assert.equal(await pages.locate('item700'), 700);
  assert.equal(pages.row(700)?.id, 'item700');
  assert.deepEqual(asked, [0, 0, 690]);
  assert.equal(await pages.locate('item1000'), -1, 'no hit of the question');
});

test('of a very long list only what was looked at last is kept', async () => {
  serverWith(100_000);
  const pages = new RowPages(QUESTION, () => {});
  for (let row = 0; row < 10_000; row += 30) await pages.want(row, row);
  assert.equal(pages.row(0), null);
  assert.equal(pages.row(9_900)?.id, 'item9900');
});

test('a refusal is kept with its place in the query', async () => {
  mock.method(globalThis, 'fetch', async () =>
    Response.json(
      { error: { code: 'bad-query', message: 'no field', at: 3, why: 'No.', hint: 'Yes.' } },
      { status: 400 },
    ),
  );
  const pages = new RowPages(QUESTION, () => {});
  await pages.want(0, 0);
  const place = { at: 3, why: 'No.', hint: 'Yes.' };
  assert.deepEqual(pages.failure, { type: 'refused', code: 'bad-query', message: 'no field', place });
});
