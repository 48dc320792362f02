import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Workbench } from './workbench.ts';

/** No mouse: search, go through the list, read, see why, get help, leave. */
export async function testKeyboard(t: TestContext, { person, origin }: Workbench): Promise<void> {
  const { context, problems } = await person();
  const page = await context.newPage();
  const title = page.locator('.item-pane h1');

  await t.test('/ searches; j and k go through the list', async () => {
    await page.goto(`${origin}/#/reader`);
    await page.getByRole('listbox', { name: 'Items found' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('verdict:altered');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('.list-bar p', { hasText: /^5 /u }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await title.waitFor();
    const first = (await title.textContent()) ?? '';
    await page.keyboard.press('j');
    await page.locator('.item-pane h1', { hasNotText: first }).waitFor();
    await page.keyboard.press('k');
    await page.locator('.item-pane h1', { hasText: first }).waitFor();
  });

  await t.test('v, t, m look at the item; o goes into it', async () => {
    await page.keyboard.press('v');
    await page.getByRole('tab', { name: 'Why', selected: true }).waitFor();
    await page.keyboard.press('t');
    await page.getByRole('tab', { name: 'Thread', selected: true }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('tab', { name: 'Message', selected: true }).waitFor();
    await page.keyboard.press('o');
    assert.equal(await page.evaluate('document.activeElement?.id'), 'item');
  });

  await t.test('Tab reaches the tabs of the item, arrows go along them', async () => {
    await page.getByRole('tab', { name: 'Message' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Why', selected: true }).waitFor();
    assert.equal(await page.evaluate('document.activeElement?.textContent'), 'Why');
  });

  await t.test('? helps, Esc closes the help and then the item', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached' });
  });

  assert.deepEqual(problems, []);
  await context.close();
}
