import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../test/ui/find-chromium.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import type { Ledger } from '../ledger/index.ts';
import { mailDecoy, temporaryLedger } from '../ledger/testing.ts';
import { writeOpening } from '../verify/index.ts';
import { verifyPage } from './verify-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-verify-page-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs in the page: files of a name, bytes and so many lines more. */
const DROP = `(all) => {
  const data = new DataTransfer();
  for (const [name, base64, padding] of all) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes, 'une ligne de plus\\n'.repeat(padding)], name));
  }
  document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
}`;

const page = await verifyPage();
const found = await findChromium();

test('the page is whole by itself and may ask nobody for anything', () => {
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.doesNotMatch(page, /<(?:link|img|iframe|script src)/);
});

test('it tells a journalist in a browser what the command tells', {
  skip: found.type === 'none' ? found.why : false,
}, async () => {
  if (found.type === 'none') return;
  const ledger = await checkpointedLedger();
  const decoy = mailDecoy(1);
  const html = file('verify.html', page);
  const opening = file('d.opening.json', writeOpening(ledger.open(decoy.id, false)));
  const browser = await chromium.launch({ executablePath: found.path, args: [...found.args] });
  try {
    const tab = await browser.newPage({ locale: 'en-GB' });
    const faults: string[] = [];
    tab.on('pageerror', (error) => faults.push(error.message));
    tab.on('request', (request) => request.url().startsWith('file:') || faults.push(request.url()));
    await tab.goto(pathToFileURL(html).href);
    const said = async (item: string) => {
      await tab.setInputFiles('#item', item);
      const headline = tab.locator('#result h2');
      await headline.waitFor();
      return headline;
    };
    await tab.setInputFiles('#opening', opening);
    const exact = await said(file('a.eml', decoy.bytes));
    await tab.locator('#result h2', { hasText: 'byte for byte' }).waitFor();
    assert.match((await exact.textContent()) ?? '', /byte for byte/);
    await said(file('b.eml', Buffer.from(decoy.bytes).toString('latin1').replaceAll('\r\n', '\n')));
    await tab.locator('#result h2', { hasText: 'other bytes' }).waitFor();
    await tab.click('button[value=fr]');
    await tab.locator('#result h2', { hasText: 'en d’autres octets' }).waitFor();
    await said(file('c.eml', mailDecoy(2).bytes));
    await tab.locator('#result h2', { hasText: 'pas le leurre' }).waitFor();
    assert.deepEqual(faults, []);
    // Dropped, under the name that a browser gives a second copy; a picture first, then a large text that holds the decoy.
    await tab.goto(pathToFileURL(html).href);
    await tab.click('button[value=fr]');
    const drop = (files: readonly (readonly [string, string, number])[]) =>
      tab.evaluate(`(${DROP})(${JSON.stringify(files)})`);
    const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
    const heard = (text: string) => tab.locator('#result h2', { hasText: text }).waitFor();
    await drop([['d.opening (1).json', base64(writeOpening(ledger.open(decoy.id, false))), 0]]);
    await heard('Il manque l’élément');
    await drop([['a.png', base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2)), 0]]);
    await heard('N’a pas pu être vérifié');
    const text = summarize(parseMessage(decoy.bytes, DEFAULT_LIMITS), DEFAULT_LIMITS).text;
    await drop([['tirage.txt', base64(text), 400_000]]);
    await heard('figure mot pour mot');
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
});

test('off line, in both languages: a true item, a false one, and an opening that was changed', {
  skip: found.type === 'none' ? found.why : false,
}, async () => {
  if (found.type === 'none') return;
  const ledger = await checkpointedLedger();
  const [decoy, another] = [mailDecoy(1), mailDecoy(2)];
  const written = writeOpening(ledger.open(decoy.id, false));
  const html = file('off-line.html', page);
  const [opening, changed] = [
    file('true.opening.json', written),
    file('changed.opening.json', written.replaceAll(decoy.id, another.id)),
  ];
  const [genuine, foreign] = [file('true.eml', decoy.bytes), file('false.eml', another.bytes)];
  const browser = await chromium.launch({ executablePath: found.path, args: [...found.args] });
  try {
    for (const [locale, exact, other, limit, broken] of [
      ['en-GB', 'byte for byte', 'not the decoy', 'neither confirmed nor denied', 'does not hold'],
      ['fr-FR', 'octet pour octet', 'pas le leurre', 'ni confirmé ni démenti', 'ne tient pas'],
    ] as const) {
      const context = await browser.newContext({ locale, offline: true });
      const tab = await context.newPage();
      const faults: string[] = [];
      tab.on('pageerror', (error) => faults.push(error.message));
      await tab.goto(pathToFileURL(html).href);
      const said = async (given: string, item: string, headline: string) => {
        await tab.setInputFiles('#opening', given);
        await tab.setInputFiles('#item', item);
        await tab.locator('#result h2', { hasText: headline }).waitFor();
        return (await tab.locator('#result').textContent()) ?? '';
      };
      assert.match(await said(opening, genuine, exact), new RegExp(limit));
      assert.match(await said(opening, foreign, other), new RegExp(limit));
      await said(changed, genuine, broken);
      assert.deepEqual(faults, []);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

/** Closed: what was committed to can be opened still. */
async function checkpointedLedger(): Promise<Ledger> {
  const { ledger } = await temporaryLedger(4);
  await ledger.checkpoint();
  ledger.close();
  return ledger;
}

/** Written beside the page, for the browser to take. */
function file(name: string, bytes: string | Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}
