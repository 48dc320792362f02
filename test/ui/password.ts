import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Workbench } from './workbench.ts';

/** A case served to colleagues (`open --host`): nothing of it is shown before the password, and the name it is given with. */
export async function testPassword(t: TestContext, { browser, behind }: Workbench): Promise<void> {
  const password = 'correct horse battery';
  const { origin, close } = await behind(password);
  const context = await browser.newContext({ locale: 'en-GB' });
  t.after(async () => {
    await context.close();
    await close();
  });
  const page = await context.newPage();
  await page.goto(`${origin}/#/reader`);

  await t.test('nothing of the case is told before it', async () => {
    await page.getByRole('heading', { name: 'Sign in to the case' }).waitFor();
    assert.equal(await page.locator('#content').count(), 0);
    assert.equal((await context.request.get(`${origin}/api/search?q=`)).status(), 401);
  });

  await t.test('another one opens nothing, and says so', async () => {
    await page.getByLabel('Name').fill('Inès');
    await page.getByLabel('Password').fill('incorrect horse');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('This is not the password.').waitFor();
    assert.equal((await context.request.get(`${origin}/api/search?q=`)).status(), 401);
  });

  await t.test('the right one opens the page asked for, under the name given', async () => {
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('.reader').waitFor();
    await page.locator('button.author', { hasText: 'Inès' }).waitFor();
  });
}
