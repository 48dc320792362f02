import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { rowsOf } from './reading.ts';
import type { Workbench } from './workbench.ts';

const GONE = /does not answer\. Start it again with “tamis open”/u;

/** The workbench is ended, or its machine sleeps, while a page of it is open. */
export async function testGone(t: TestContext, { browser, behind }: Workbench): Promise<void> {
  const password = 'correct horse battery';
  const { origin, close } = await behind(password);
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${origin}/#/reader?q=verdict:altered`);
  await page.getByLabel('Name').fill('Inès');
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await rowsOf(page).first().waitFor();
  await close();

  await t.test('what is asked then says that nobody answers, and how to go on', async () => {
    await rowsOf(page).nth(1).click();
    assert.match((await page.locator('.item-pane .notice').textContent()) ?? '', GONE);
    await page.getByRole('combobox', { name: 'Search the leak' }).fill('budget');
    await page.locator('#search-problem p').waitFor();
    assert.match((await page.locator('#search-problem').textContent()) ?? '', GONE);
    assert.equal(await page.locator('.reader-facets .notice').count(), 0);
  });

  await t.test('a page whose code is not there yet says the same', async () => {
    await page.evaluate("location.hash = '#/people'");
    assert.match((await page.locator('.page > .notice').textContent()) ?? '', GONE);
  });
  await context.close();
}
