import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createCase, prepareItem } from '../../src/case/index.ts';
import { makeMessage } from '../records.ts';
import { rowsOf, waitForHits } from './reading.ts';
import type { Workbench } from './workbench.ts';

/** What a page shows of the world: said in its place by the test, which has no windows to put before it. */
const AWAY = `Object.defineProperty(document, 'visibilityState', { get: () => (window.isAway ? 'hidden' : 'visible') })`;

/** A case that is being sifted while people look at it, and people who look away meanwhile. */
export async function testLive(t: TestContext, { person, beside }: Workbench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-live-'));
  const directory = join(folder, 'live.tamis');
  const store = createCase(directory, { now: () => new Date() });
  let isOpen = true;
  const read = (first: number, count: number) =>
    store.addItems(
      Array.from({ length: count }, (_, at) => {
        const subject = `Message ${first + at}`;
        return prepareItem('leak', makeMessage({ path: `dump/${first + at}.eml`, subject }));
      }),
    );
  read(0, 3);
  const second = await beside(directory);
  const { context } = await person();
  try {
    const { origin } = new URL(second.url);
    const page = await context.newPage();
    await page.addInitScript(AWAY);
    const lines: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/events')) lines.push(request.url());
    });
    await page.goto(second.url);

    await t.test('the overview says that it is being sifted, and counts along', async () => {
      await page.locator('.sifting', { hasText: /\d/u }).waitFor();
      read(3, 2);
      await page
        .getByText(/5 items/u)
        .first()
        .waitFor();
    });

    await t.test('the list stays as it was asked for, and what is new comes when it is wanted', async () => {
      await page.goto(`${origin}/#/reader`);
      await waitForHits(page, 5);
      read(5, 4);
      const fresh = page.getByRole('button', { name: /4 items more were read/u });
      await fresh.waitFor();
      assert.equal(await rowsOf(page).count(), 5);
      await fresh.click();
      await waitForHits(page, 9);
    });

    await t.test('a page in the background hangs up, and is told at once what it missed', async () => {
      await page.evaluate(`window.isAway = true; document.dispatchEvent(new Event('visibilitychange'))`);
      store.close();
      isOpen = false;
      const before = lines.length;
      await page.evaluate(`window.isAway = false; document.dispatchEvent(new Event('visibilitychange'))`);
      await page.getByRole('button', { name: /The sift has ended/u }).waitFor();
      assert.equal(lines.length, before + 1);
      assert.match(lines.at(-1) ?? '', /\/api\/events\?after=0$/u);
    });
  } finally {
    if (isOpen) store.close();
    await context.close();
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
