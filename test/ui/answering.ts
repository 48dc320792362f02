import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Workbench } from './workbench.ts';

/** From what the case shows to what is said: overview, time line, silence, searches kept. */
export async function testAnswering(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  const page = await context.newPage();

  await t.test('the overview leads on to what to say', async () => {
    await page.goto(`${origin}/#/overview`);
    await page.getByRole('heading', { name: 'What was tampered with' }).waitFor();
    // The demo has 66 of 80 shown to be real and 5 altered.
    assert.equal(
      (await page.locator('.answer .line').textContent()) ?? '',
      'Neither “all is forged” nor “all is real”: 83% is shown to be real, 5 are shown to be altered.',
    );
    await page.getByRole('link', { name: 'Draft statement and dossier' }).click();
    await page.getByRole('heading', { name: 'Dossier to hand on' }).waitFor();
  });

  await t.test('g and a letter go to a page, and mean nothing while one types', async () => {
    await page.goto(`${origin}/#/reader`);
    await page.locator('.item-row').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Traces', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('textbox', { name: 'Draft' }).fill('g');
    await page.getByRole('textbox', { name: 'Draft' }).press('o');
    await page.getByRole('heading', { name: 'Before it is published' }).waitFor();
  });

  await t.test('what was told of the operation stands in the address and in the line', async () => {
    await page.goto(`${origin}/#/operation`);
    await page.getByRole('textbox', { name: 'The leak came out' }).fill('2017-05-05T20:30');
    await page.keyboard.press('Tab');
    await page.locator('.event.told', { hasText: 'The leak comes out.' }).waitFor();
    assert.match(page.url(), /published=2017-05-05T20%3A30/);
    await page.reload();
    await page.locator('.event.told', { hasText: '5 May 2017' }).waitFor();
  });

  await t.test('a date is written in any usual way and shown in words; a wrong one is told', async () => {
    await page.goto(`${origin}/#/silence?election=FR-presidential-2017-round-2`);
    const field = page.getByRole('textbox', { name: /^At \(empty: now\)/ });
    await field.fill('06/05/2017 12h00');
    await field.press('Enter');
    await page.waitForURL(/at=2017-05-06T12%3A00/u);
    assert.equal(await field.inputValue(), '6 May 2017, 12:00');
    await field.fill('05/13/2017');
    await field.press('Enter');
    await page.getByRole('alert').waitFor();
    assert.match(page.url(), /at=2017-05-06T12%3A00/u);
  });

  await t.test('a search is saved, found again under its name, and removed', async () => {
    await page.goto(`${origin}/#/reader?q=verdict:altered`);
    await page.locator('.item-row .who').first().waitFor();
    if (await page.locator('button.author', { hasText: 'no name yet' }).isVisible()) {
      await page.locator('button.author').click();
      await page.getByRole('dialog').getByRole('textbox').fill('Nadia');
      await page.keyboard.press('Enter');
      await page.locator('button.author', { hasText: 'Nadia' }).waitFor();
    }
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('what was changed');
    await page.keyboard.press('Enter');
    await page.goto(`${origin}/#/review`);
    const saved = page.getByRole('link', { name: 'what was changed' });
    await saved.click();
    await page.locator('.list-bar p', { hasText: /^5 /u }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: /what was changed/ }).click();
    await saved.waitFor({ state: 'detached' });
  });

  assert.deepEqual(problems, []);
  await context.close();
}
