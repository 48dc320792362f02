import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { findChromium } from '../../src/dossier/index.ts';
import type { Workbench } from './workbench.ts';

/** A second browser is started for it, on a loaded machine, in milliseconds. */
const PRINTING = 60_000;

/** A dossier made for a reader and taken away, as a page, a statement and a PDF. */
export async function testMakingDossiers(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  // Dossiers are worked out in a process of their own, which takes seconds on a loaded machine.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();

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

  assert.deepEqual(problems, []);
  await context.close();
}
