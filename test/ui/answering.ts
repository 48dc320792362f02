import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { findChromium } from '../../src/dossier/index.ts';
import type { Workbench } from './workbench.ts';

/** A second browser is started for it, on a loaded machine, in milliseconds. */
const PRINTING = 60_000;

const DRAFT = '# Everything is forged\n\nAll mails are fake. They are at https://pastebin.com/abcdef .\n';

/** From what the case shows to what is said: time line, draft, dossier. */
export async function testAnswering(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  // Gates and dossiers are worked out in a process of their own, which takes seconds on a loaded machine.
  context.setDefaultTimeout(30_000);
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

  await t.test('a dossier is made for a reader, looked at, and taken away', async () => {
    await page.goto(`${origin}/#/dossier`);
    await page.getByRole('radio', { name: 'For the press' }).check();
    await page.getByRole('button', { name: 'Make the dossier' }).click();
    const frame = page.frameLocator('.dossier-frame');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await frame.getByRole('heading', { name: 'Draft statement' }).waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Draft statement (Markdown)' }).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), 'statement-press-en.md');
    assert.match(readFileSync(await download.path(), 'utf8'), /\[tamis:/);
  });

  await t.test('the dossier is printed to PDF where the machine has a browser, or says why not', async () => {
    if (findChromium(process.env) === null) {
      await page.getByText('No Chromium, Chrome or Edge was found').waitFor();
      return;
    }
    const waiting = page.waitForEvent('download', { timeout: PRINTING });
    await page.getByRole('button', { name: 'PDF' }).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), 'dossier-press-en.pdf');
    const bytes = readFileSync(await download.path());
    assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-');
    assert.ok(bytes.length > 10_000);
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

/** A check that has ended: until then the gates are those of the check before. */
async function checkedAgain(page: Page): Promise<void> {
  const answer = page.waitForResponse('**/api/publish/check');
  await page.getByRole('button', { name: 'Check the draft' }).click();
  await answer;
  await page.getByRole('button', { name: 'Check the draft' }).waitFor();
}
