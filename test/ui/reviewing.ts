import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { rowsOf, waitForHits } from './reading.ts';
import type { Workbench } from './workbench.ts';

/** Two people at one case: tags, notes, four eyes, and what one does shows at the other's. */
export async function testReviewing(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const nadia = await person();
  const theo = await person();
  const hers = await nadia.context.newPage();
  const his = await theo.context.newPage();

  await t.test('the first change asks for a name, and is made when it is given', async () => {
    await openItem(hers, origin);
    await hers.getByRole('tab', { name: /Review/u }).click();
    const note = hers.getByRole('textbox', { name: 'Write a note' });
    await note.fill('Seen at night.');
    await hers.getByRole('button', { name: 'Add the note' }).click();
    await hers.getByRole('dialog').waitFor();
    await hers.keyboard.press('Escape');
    await hers.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await note.inputValue(), 'Seen at night.', 'nothing typed is lost without a name');
    await hers.getByRole('button', { name: 'I checked it' }).click();
    await hers.getByRole('dialog').waitFor();
    // By the keyboard alone: the field has the focus.
    await hers.keyboard.type('Nadia');
    await hers.keyboard.press('Enter');
    await hers.getByText('Checked by Nadia').waitFor();
    await note.fill('');
  });

  await t.test('a tag of one is seen by the other, and can be searched', async () => {
    await openItem(his, origin);
    await hers.getByRole('textbox', { name: 'Add a tag' }).fill('finance');
    await hers.keyboard.press('Enter');
    await hers.locator('.review-bar .tag', { hasText: 'finance' }).waitFor();
    await his.locator('.review-bar .tag', { hasText: 'finance' }).waitFor();
    await his.goto(`${origin}/#/reader?q=tag:finance`);
    await waitForHits(his, 1);
    await rowsOf(his).filter({ hasText: 'Virement imprimerie' }).waitFor();
  });

  await t.test('a sign-off needs two people', async () => {
    await hers.getByRole('button', { name: 'Sign off' }).click();
    await hers.getByText('a second person is needed').waitFor();
    await openItem(his, origin);
    await his.locator('button.author').click();
    await takeName(his, 'Théo');
    await his.getByRole('button', { name: 'Sign off' }).click();
    await his.getByText(/Signed off by Nadia, Théo/u).waitFor();
  });

  await t.test('notes keep their author', async () => {
    await hers.getByRole('tab', { name: /Review/u }).click();
    await hers.getByRole('textbox', { name: 'Write a note' }).fill('Le montant a été changé.');
    await hers.getByRole('button', { name: 'Add the note' }).click();
    await hers.locator('.note', { hasText: 'Nadia' }).waitFor();
  });

  await t.test('what one types outlives what the other does meanwhile', async () => {
    await hers.getByRole('textbox', { name: 'Write a note' }).fill('À moitié');
    await his.getByRole('textbox', { name: 'Add a tag' }).fill('port');
    await his.keyboard.press('Enter');
    await hers.locator('.review-bar .tag', { hasText: 'port' }).waitFor();
    assert.equal(await hers.getByRole('textbox', { name: 'Write a note' }).inputValue(), 'À moitié');
  });

  await t.test('what is collected stands in the dossier, and all of it in the log', async () => {
    await hers.getByRole('button', { name: 'Dossier' }).click();
    await hers.locator('button[aria-pressed=true]', { hasText: 'Dossier' }).waitFor();
    await his.goto(`${origin}/#/review`);
    await his.locator('table', { hasText: 'Virement imprimerie' }).waitFor();
    await his.goto(`${origin}/#/custody`);
    await his.getByText(/Log of the review: intact/u).waitFor();
    assert.match((await his.locator('.custody table').textContent()) ?? '', /Nadia/u);
  });

  await t.test('the zone of the case is set for everybody', async () => {
    for (const page of [hers, his]) {
      await page.getByRole('button', { name: 'Language, colours, zone' }).click();
      await page.getByRole('radio', { name: 'zone of the case (UTC)' }).check();
    }
    await hers.getByRole('combobox', { name: 'Zone of the case' }).selectOption('Pacific/Noumea');
    await hers.locator('.settings-panel').getByRole('button', { name: 'Keep' }).click();
    for (const page of [hers, his])
      await page.getByRole('radio', { name: 'zone of the case (Pacific/Noumea)' }).waitFor();
    await his.getByText('zone of the case set').waitFor();
  });

  assert.deepEqual([...nadia.problems, ...theo.problems], []);
  await nadia.context.close();
  await theo.context.close();
}

async function openItem(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/#/reader?q=verdict:altered`);
  await waitForHits(page, 5);
  await rowsOf(page).filter({ hasText: 'Virement imprimerie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Virement imprimerie' }).waitFor();
}

async function takeName(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await page.locator('button.author', { hasText: name }).waitFor();
}
