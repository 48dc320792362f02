import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A night at the workbench: from the overview to the words that were changed. */
export async function testReading(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  const page = await context.newPage();

  await t.test('the overview says how bad it is, and its bar filters', async () => {
    await page.goto(`${origin}/#/overview`);
    await page.getByRole('heading', { name: 'Look at these first' }).waitFor();
    await page.getByRole('link', { name: /^altered/u }).click();
    await page.waitForURL(/reader\?q=verdict%3Aaltered/u);
    assert.equal(await hitsOf(page), 5);
  });

  await t.test('a search finds words whatever their accents, and marks them', async () => {
    await page.getByRole('combobox', { name: 'Search the leak' }).fill('reunion');
    await waitForHits(page, 6);
    await rowsOf(page).filter({ hasText: 'Réunion discrète' }).click();
    await page.getByRole('heading', { level: 1, name: /Réunion discrète/u }).waitFor();
  });

  await t.test('a query that is not understood shows the place', async () => {
    await page.getByRole('combobox', { name: 'Search the leak' }).fill('form:camille');
    await page.locator('#search-problem pre').waitFor();
    assert.match((await page.locator('#search-problem').textContent()) ?? '', /There is no field/u);
    await page.getByRole('combobox', { name: 'Search the leak' }).fill('budget reason:dkim-alligned');
    const problem = page.locator('#search-problem', { hasText: 'Perhaps reason:dkim-aligned.' });
    await problem.waitFor();
    // The query stands in it once, with the mark under the value.
    assert.match(
      (await problem.textContent()) ?? '',
      /^"reason:" does not know "dkim-alligned"\.budget reason:dkim-alligned\n {14}\^Perhaps/u,
    );
  });

  await t.test('completion offers values of a field', async () => {
    const box = page.getByRole('combobox', { name: 'Search the leak' });
    await box.fill('');
    await box.pressSequentially('verdict:al');
    // Rows of the list are options too, and one of an altered message may stand there before.
    await page
      .locator('#completion')
      .getByRole('option', { name: /altered/u })
      .first()
      .waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    assert.match(await box.inputValue(), /^verdict:altered/u);
    await waitForHits(page, 5);
  });

  await t.test('a filter narrows the list and the address, and back takes it out', async () => {
    await page.goto(`${origin}/#/reader`);
    await page.getByRole('button', { name: /^document 9/u }).click();
    await page.waitForURL(/kind%3Adocument/u);
    await waitForHits(page, 9);
    await page.goBack();
    await waitForHits(page, 86);
  });

  await t.test('why: reasons in falling order of weight', async () => {
    await page.goto(`${origin}/#/reader?q=verdict:altered`);
    await waitForHits(page, 5);
    await rowsOf(page).filter({ hasText: 'Virement imprimerie' }).click();
    await page.getByRole('tab', { name: 'Why' }).click();
    await page.locator('.reason').first().waitFor();
    const weights = await page.locator('.reason .weight').allInnerTexts();
    const numbers = weights.map((text) => Number(/weight (\d+)/u.exec(text)?.[1]));
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => b - a),
    );
    assert.match((await page.locator('.reason').first().textContent()) ?? '', /against it/u);
  });

  await t.test('compare: the words that differ from the original', async () => {
    await page.goto(`${origin}/#/reader?q=reason:reference-differs`);
    await waitForHits(page, 1);
    await rowsOf(page).first().click();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.locator('.sides ins, .sides del').first().waitFor();
    assert.equal(await page.locator('.sides > section').count(), 2);
  });

  await t.test('an address opens its item and its view, after a reload too', async () => {
    const address = page.url();
    await page.reload();
    await page.locator('.sides').waitFor();
    assert.equal(page.url(), address);
  });

  assert.deepEqual(problems, []);
  await context.close();
}

async function hitsOf(page: Page): Promise<number> {
  await page.locator('.list-bar p', { hasText: /\d/u }).waitFor();
  return Number.parseInt((await page.locator('.list-bar p').textContent()) ?? '', 10);
}

/** The rows of the list in the document. */
export function rowsOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Items found' }).getByRole('option');
}

/** Until the list has as many: before, it still shows the answer to the question before. */
export async function waitForHits(page: Page, hits: number): Promise<void> {
  await page.locator('.list-bar p', { hasText: new RegExp(`^${hits} `, 'u') }).waitFor();
}
