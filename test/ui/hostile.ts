import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import type { SearchJson } from '../../src/server/api/search.ts';
import { SCRIPT, writeHostileDump } from '../server/hostile-dump.ts';
import { siftQuietly } from '../sift/sift-case.ts';
import { openView, pageToWalk } from './walk.ts';
import type { Workbench } from './workbench.ts';

const PAGES = [
  'overview',
  'reader',
  'people',
  'people?show=graph',
  'traces',
  'operation',
  'bait',
  'decoys',
  'spread',
  'attribution',
  'silence',
  'publish',
  'dossier',
  'review',
  'custody',
  'custody?show=failures',
] as const;
const VIEWS = ['', 'html', 'text', 'why', 'headers', 'source', 'traces'] as const;
/** Of what the message carries: the ways that draw its own content. */
const FILE_VIEWS = ['', 'text', 'source', 'pages', 'picture', 'sheets', 'slides'] as const;

/** A leak whose every name, header and body attacks the reader, looked at in a browser that would run it. */
export async function testHostile(t: TestContext, workbench: Workbench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-hostile-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeHostileDump(join(folder, 'dump'));
  const directory = join(folder, 'hostile.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'dump')] });
  const beside = await workbench.beside(directory);
  const { origin } = new URL(beside.url);
  try {
    const { context } = await workbench.person();
    // The page that a person begins with is of the first case.
    const signs = watch(context, [origin, workbench.origin]);
    const first = await context.newPage();
    await first.goto(beside.url);
    await first.locator('#content').waitFor();
    await first.close();
    const page = await pageToWalk(context, origin);
    const answer = await context.request.get(`${origin}/api/search?q=&limit=200`);
    const { rows }: SearchJson = await answer.json();
    const message = rows.find(({ path }) => path === 'dump/hostile.eml');
    assert.ok(message);

    await t.test('no page and no look at any item runs anything or asks anybody', async () => {
      for (const name of PAGES) await openView(page, name);
      for (const { id, kind } of rows)
        for (const view of kind === 'message' ? VIEWS : FILE_VIEWS) {
          await openView(page, `reader?item=${id}&view=${view}`);
          await page.locator(`.item-head[data-item="${id}"]`).waitFor();
        }
      assert.deepEqual(signs, []);
    });

    await t.test('what would run is there to be read', async () => {
      await page.goto(`${origin}/#/reader?item=${message.id}`);
      await page.locator('.item-head h1', { hasText: SCRIPT }).waitFor();
      assert.deepEqual(signs, []);
    });

    await t.test(
      'as designed, in its frame and opened alone, it neither runs nor asks nor leads away',
      async () => {
        await page.goto(`${origin}/#/reader?item=${message.id}&view=html`);
        const frame = page.frameLocator('.mail-frame');
        // Its answer forbids the same once more, so that nothing would be seen of a frame without this.
        assert.equal(await page.locator('.mail-frame').getAttribute('sandbox'), '');
        await frame.getByText('Bonjour').waitFor();
        await frame.getByText('two').click();
        assert.match(page.url(), /view=html$/);
        const alone = await context.newPage();
        await alone.goto(`${origin}/api/items/${message.id}/html`);
        await alone.getByText('Bonjour').waitFor();
        // Time for a refresh of the page, a script or a picture to be asked for.
        await alone.waitForTimeout(300);
        assert.equal(alone.url(), `${origin}/api/items/${message.id}/html`);
        assert.deepEqual(signs, []);
      },
    );
    await context.close();
  } finally {
    await beside.close();
  }
}

/** Whatever would tell that the leak got through: a dialog, a request to anywhere else, a page of its own. */
function watch(context: BrowserContext, own: readonly string[]): readonly string[] {
  const signs: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (/^(?:data|blob|about):/.test(url) || own.some((origin) => url.startsWith(`${origin}/`))) return;
    signs.push(`request: ${url}`);
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      signs.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => signs.push(`popup: ${popup.url()}`));
  });
  return signs;
}
