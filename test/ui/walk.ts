import type { BrowserContext, Page } from 'playwright-core';

/** Counts what the page has asked for and not got: a view is whole when nothing is on its way. */
const COUNT_ASKED = `{
  const ask = window.fetch;
  window.onTheirWay = 0;
  window.fetch = async (...question) => {
    window.onTheirWay++;
    try { return await ask(...question); } finally { window.onTheirWay--; }
  };
}`;

/** The view of the address is drawn, and three frames in a row nothing was missing. */
const IS_WHOLE = `new Promise((resolve) => {
  let quiet = 0;
  const look = () => {
    const whole = window.onTheirWay === 0 && document.querySelector('.page h1, .reader') && !document.querySelector('.loading');
    quiet = whole ? quiet + 1 : 0;
    if (quiet > 3) resolve(true);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** A page in which one view is opened after the other, as a person goes from one to the next. */
export async function pageToWalk(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(COUNT_ASKED);
  await page.goto(`${origin}/#/custody`);
  await page.evaluate(IS_WHOLE);
  return page;
}

/** Goes to a view, behind `#/`, and waits until it is whole. */
export async function openView(page: Page, view: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${view}`)}`);
  await page.evaluate(IS_WHOLE);
}
