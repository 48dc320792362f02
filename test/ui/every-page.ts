import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { rowsOf } from './reading.ts';
import { openView, pageToWalk } from './walk.ts';
import type { Workbench } from './workbench.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 AA and what stands below it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every page, and the views of an item that differ most from each other. */
const VIEWS = [
  'overview',
  'reader?q=verdict:altered',
  'traces',
  'operation?published=2017-05-05T20:30&election=FR-presidential-2017-round-2',
  'bait',
  'decoys',
  'publish',
  'dossier',
  'people',
  'people?show=graph',
  'spread',
  'silence',
  'attribution?example=macronleaks',
  'custody',
  'custody?show=failures',
  'review',
] as const;

const ITEM_VIEWS = ['message', 'why', 'clocks', 'headers', 'review'] as const;

/** Parts of the reader that reach beyond the pane they stand in; what is cut with an ellipsis does not count. */
const OUTSIDE = `[...document.querySelectorAll('.reader-list, .reader-item, .reader-top')]
  .flatMap((pane) => [...pane.querySelectorAll('*')].filter((part) =>
    part.getBoundingClientRect().right > pane.getBoundingClientRect().right + 1))
  .filter((part) => part.closest('.hidden-text, .cut, pre, iframe') === null)
  .map((part) => part.className || part.tagName)`;

/** Each page in both languages and both themes, with axe, and at the width of a phone. */
export async function testEveryPage(t: TestContext, workbench: Workbench): Promise<void> {
  const item = await anItem(workbench);
  const all = [...VIEWS, ...ITEM_VIEWS.map((view) => `reader?item=${item}&view=${view}`)];
  const variants = [
    { name: 'English, light', views: all, options: { locale: 'en-GB', colorScheme: 'light' } },
    {
      name: 'French, dark',
      views: all.slice(0, VIEWS.length + 2),
      options: { locale: 'fr-FR', colorScheme: 'dark' },
    },
  ] as const;
  // Side by side: axe keeps one core busy, and no variant changes anything.
  const checks = variants.map(({ name, views, options }) =>
    t.test(`axe finds nothing: ${name}`, async () => {
      const { context, problems } = await workbench.person(options);
      const page = await pageToWalk(context, workbench.origin);
      // Run through the protocol, since the page allows no foreign script; once, since the page stays the same document.
      await page.evaluate(readFileSync(AXE, 'utf8'));
      const violations: string[] = [];
      for (const view of views) {
        await openView(page, view);
        violations.push(...(await violationsOn(page)).map((each) => `${view}: ${each}`));
      }
      assert.deepEqual(violations, []);
      assert.deepEqual(problems, []);
      await context.close();
    }),
  );
  await Promise.all(checks);

  await t.test('at the width of a phone nothing sticks out, and reading works', async () => {
    const { context } = await workbench.person({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const page = await pageToWalk(context, workbench.origin);
    const wide: string[] = [];
    for (const view of all) {
      await openView(page, view);
      // A page scrolls by itself, so that what sticks out of it does not widen the document.
      const width = await page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.querySelector('.page')?.scrollWidth ?? 0)",
      );
      if (Number(width) > 390) wide.push(`${view}: ${width}`);
    }
    assert.deepEqual(wide, []);
    await openView(page, 'reader?q=verdict:altered');
    await rowsOf(page).first().tap();
    await page.locator('.item-pane h1').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).tap();
    await rowsOf(page).first().waitFor();
    await context.close();
  });

  await t.test('on a tablet, in the longer language, no pane is cut off by its neighbour', async () => {
    const { context } = await workbench.person({
      viewport: { width: 1024, height: 768 },
      locale: 'fr-FR',
    });
    const page = await pageToWalk(context, workbench.origin);
    await openView(page, 'reader?q=verdict:altered');
    await page.locator('.item-row').first().click();
    await page.locator('.item-pane h1').waitFor();
    const outside = await page.evaluate(OUTSIDE);
    assert.deepEqual(outside, []);
    await context.close();
  });

  await t.test(
    'on a laptop, in the longer language, all ways to look at a mail stand in one row',
    async () => {
      const { context } = await workbench.person({
        viewport: { width: 1440, height: 900 },
        locale: 'fr-FR',
      });
      const page = await pageToWalk(context, workbench.origin);
      await openView(page, `reader?item=${await designedMail(workbench)}`);
      await page.getByRole('tab', { name: 'Aspect' }).waitFor();
      const rows = await page.evaluate(
        "new Set([...document.querySelectorAll('.tabs button')].map((tab) => tab.offsetTop)).size",
      );
      assert.equal(rows, 1);
      await context.close();
    },
  );

  await t.test('the language is switched everywhere, at once and for good', async () => {
    const { context } = await workbench.person();
    const page = await pageToWalk(context, workbench.origin);
    await openView(page, 'overview');
    await page.getByRole('button', { name: 'Language, colours, zone' }).click();
    await page.getByRole('radio', { name: 'Français' }).check();
    await page.getByRole('heading', { name: 'À regarder d’abord' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'À regarder d’abord' }).waitFor();
    assert.equal(await page.evaluate('document.documentElement.lang'), 'fr');
    await context.close();
  });
}

/** What axe finds, as rule and place. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const tags = JSON.stringify(RULES);
  const found: { id: string; nodes: { target: string[] }[] }[] = await page.evaluate(
    `axe.run(document, { runOnly: ${tags}, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** A mail with HTML: it has the most tabs. */
async function designedMail({ person, origin }: Workbench): Promise<string> {
  const { context } = await person();
  const answer = await context.request.get(`${origin}/api/search?q=kind:message&limit=100`);
  const { rows }: { rows: { id: string }[] } = await answer.json();
  for (const { id } of rows) {
    const item: { views: { html: unknown } } = await (
      await context.request.get(`${origin}/api/items/${id}`)
    ).json();
    if (item.views.html === null) continue;
    await context.close();
    return id;
  }
  await context.close();
  throw new Error('no mail of the demo has HTML');
}

async function anItem({ person, origin }: Workbench): Promise<string> {
  const { context } = await person();
  const answer = await context.request.get(`${origin}/api/search?q=verdict:altered&limit=1`);
  const { rows }: { rows: { id: string }[] } = await answer.json();
  await context.close();
  return rows[0]?.id ?? '';
}
