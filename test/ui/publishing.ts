import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

const DRAFT = '# Everything is forged\n\nAll mails are fake. They are at https://pastebin.com/abcdef .\n';

/** A draft against the gates: checked, overridden, checked again. */
export async function testPublishing(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  // Gates are worked out in a process of their own, which takes seconds on a loaded machine.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();

  await t.test('a draft is checked, and the words at fault are shown', async () => {
    await page.goto(`${origin}/#/publish`);
    await page.getByRole('textbox', { name: 'Draft' }).fill(DRAFT);
    await page.getByRole('button', { name: 'Check the draft' }).click();
    await page.locator('.gate-sum.blocks').waitFor();
    await page.locator('.finding', { hasText: 'pastebin.com' }).first().waitFor();
    await page.locator('.acts', { hasText: 'draft.md checked: blocked by' }).waitFor();
    await page.getByRole('textbox', { name: 'Draft' }).fill(`${DRAFT}More.`);
    await page.getByText('The draft was changed since this check.').waitFor();
  });

  await t.test('a gate is overridden by a name and a reason alone', async () => {
    await checkedAgain(page);
    const gate = page.locator('.gates > li', { hasText: 'G7' });
    await gate.getByText('Go through this gate all the same').click();
    await gate.getByLabel('First and last name').fill('the editors');
    await gate.getByLabel('Why, in a sentence').fill('Counsel was asked today.');
    await gate.getByRole('button', { name: 'Override G7' }).click();
    await gate.getByText('An override takes a first and a last name').waitFor();
    await gate.getByLabel('First and last name').fill('Anne Martin');
    await gate.getByRole('button', { name: 'Override G7' }).click();
    await gate.locator('.gate.overridden').waitFor();
    await page.locator('.acts', { hasText: 'G7 overridden by Anne Martin' }).waitFor();
    await page.goto(`${origin}/#/custody`);
    await page.locator('td', { hasText: 'Counsel was asked today.' }).waitFor();
  });

  await t.test('a check that is answered after an override takes nothing back', async () => {
    await page.goto(`${origin}/#/publish`);
    await page.locator('.gate.overridden').waitFor();
    const held: (() => void)[] = [];
    await page.route('**/api/publish/check', async (asked) => {
      const response = await asked.fetch();
      await new Promise<void>((resolve) => held.push(resolve));
      await asked.fulfill({ response });
    });
    const acts = page.locator('.acts > li');
    const before = await acts.count();
    await page.getByRole('button', { name: 'Check the draft' }).click();
    while (held.length === 0) await page.waitForTimeout(50);
    const gate = page.locator('.gates > li', { has: page.locator('.override') }).first();
    const name = (await gate.locator('.gate .mono').textContent()) ?? '';
    await gate.getByText('Go through this gate all the same').click();
    await gate.getByLabel('First and last name').fill('Anne Martin');
    await gate.getByLabel('Why, in a sentence').fill('Counsel was asked about this too.');
    await gate.getByRole('button', { name: `Override ${name}` }).click();
    await page.locator('.acts', { hasText: 'Counsel was asked about this too.' }).waitFor();
    const overridden = page.locator('.gate.overridden', { hasText: name });
    await overridden.waitFor();
    for (const answer of held) answer();
    await page.getByRole('button', { name: 'Check the draft' }).waitFor();
    await page.unroute('**/api/publish/check');
    assert.equal(await overridden.count(), 1);
    // Two checks, of which the override made one, and the override.
    await acts.nth(before + 2).waitFor();
  });

  await t.test('a file is checked as it is, and the draft is kept while one looks something up', async () => {
    await page.goto(`${origin}/#/publish`);
    await page.getByLabel('Choose a file').setInputFiles({
      ...{ name: 'article.html', mimeType: 'text/html' },
      buffer: Buffer.from('<h1>Title</h1><p>By jean.dupont@example.org</p>'),
    });
    await page.locator('.chosen-file', { hasText: 'article.html' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.locator('.item-row').first().waitFor();
    await page.goBack();
    await page.locator('.chosen-file', { hasText: 'article.html' }).waitFor();
    await page.getByRole('button', { name: 'Check the draft' }).click();
    await page.locator('.acts', { hasText: 'article.html checked' }).waitFor();
  });

  assert.deepEqual(problems, []);
  await context.close();
}

/** A check that has ended: until then the gates are those of the check before. */
async function checkedAgain(page: Page): Promise<void> {
  const answer = page.waitForResponse('**/api/publish/check');
  await page.getByRole('button', { name: 'Check the draft' }).click();
  await answer;
  await page.getByRole('button', { name: 'Check the draft' }).waitFor();
}
