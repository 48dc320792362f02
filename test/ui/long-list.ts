import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page, Route } from 'playwright-core';
import type { Workbench } from './workbench.ts';

const TOTAL = 100_000;

/** An item that a link names, far below what the list begins with. */
const LINKED = { id: 'item77000', at: 77_000 } as const;

/** A list of a hundred thousand rows, told by the test instead of the server. */
export async function testLongList(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  const page = await context.newPage();
  const asked: number[] = [];
  await page.route('**/api/search?*', (route) => answer(route, asked));
  await page.goto(`${origin}/#/reader`);
  await rowCalled(page, 'Message 0').waitFor();

  await t.test('only the rows in view are in the document', async () => {
    assert.ok((await page.locator('.item-row').count()) < 80);
    assert.match((await page.locator('.list-bar p').textContent()) ?? '', /^100,000 /u);
  });

  await t.test('a jump to the end asks for the end alone', async () => {
    await scrollTo(page, 1);
    await rowCalled(page, `Message ${TOTAL - 1}`).waitFor();
    assert.ok(asked.length <= 4, `asked for ${asked.join(', ')}`);
    assert.ok((await page.locator('.item-row').count()) < 80);
  });

  await t.test('a flight through the list asks for little', async () => {
    const before = asked.length;
    for (let step = 0; step < 40; step++) {
      await scrollTo(page, step / 40);
    }
    await scrollTo(page, 0);
    await rowCalled(page, 'Message 0').waitFor();
    assert.ok(asked.length - before < 40, `${asked.length - before} pages`);
  });

  await t.test('a link to an item far down takes the list there', async () => {
    const linked = await context.newPage();
    await linked.route('**/api/search?*', (route) => answer(route, []));
    await linked.goto(`${origin}/#/reader?item=${LINKED.id}`);
    await linked.locator('.item-row[aria-selected=true]').waitFor();
    assert.match(
      (await linked.locator('.item-row[aria-selected=true]').textContent()) ?? '',
      /Message 77000/u,
    );
    await linked.close();
  });

  assert.deepEqual(problems, []);
  await context.close();
}

/** One page of the list, as the server would answer. */
async function answer(route: Route, asked: number[]): Promise<void> {
  const query = new URL(route.request().url()).searchParams;
  const offset = Number(query.get('offset'));
  asked.push(offset);
  const rows = Array.from({ length: Number(query.get('limit')) }, (_, n) => rowAt(offset + n));
  const foundAt = query.get('find') === LINKED.id ? LINKED.at : null;
  await route.fulfill({ json: { query: '', sort: 'path', foundAt, took: 1, total: TOTAL, offset, rows } });
}

/** To a place between the beginning (0) and the end (1), as a drag of the scroll bar does. */
function scrollTo(page: Page, share: number): Promise<void> {
  return page.evaluate(`{
    const list = document.getElementById('list');
    list.scrollTo(0, ${share} * list.scrollHeight);
  }`);
}

function rowCalled(page: Page, subject: string) {
  return page.locator('.item-row .what', { hasText: new RegExp(`^${subject}$`, 'u') });
}

function rowAt(index: number) {
  return {
    id: `item${index}`,
    kind: 'message',
    type: 'message/rfc822',
    name: '',
    path: `dump/box.mbox/#${index}`,
    sha256: '',
    size: 1000,
    status: 'ok',
    failure: null,
    messageId: null,
    from: `Person ${index % 97} <p${index % 97}@example.org>`,
    to: [],
    subject: `Message ${index}`,
    date: '2017-05-05T20:35:00Z',
    thread: null,
    duplicateOf: null,
    verdict: 'unverified',
    decoy: null,
    reasons: [],
    snippet: '',
    review: { tags: [], notes: 0, checkedBy: [], signedOff: false, inDossier: false },
  };
}
