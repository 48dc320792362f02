import { test } from 'node:test';
import { testAnswering } from './answering.ts';
import { testEveryPage } from './every-page.ts';
import { testGone } from './gone.ts';
import { testHostile } from './hostile.ts';
import { testKeyboard } from './keyboard.ts';
import { testLive } from './live.ts';
import { testLongList } from './long-list.ts';
import { testMakingDossiers } from './making-dossiers.ts';
import { testPassword } from './password.ts';
import { testPublishing } from './publishing.ts';
import { testReading } from './reading.ts';
import { testReviewing } from './reviewing.ts';
import { openWorkbench } from './workbench.ts';

/** One server, one browser, one build of the page for all of them: several would build over each other. */
test('the workbench in a browser', { concurrency: 2 }, async (t) => {
  const opened = await openWorkbench();
  if (opened.type === 'none') {
    t.skip(opened.why);
    return;
  }
  const { workbench } = opened;
  try {
    await t.test('reading', (inner) => testReading(inner, workbench));
    await t.test('a list of 100,000', (inner) => testLongList(inner, workbench));
    await t.test('keyboard alone', (inner) => testKeyboard(inner, workbench));
    await t.test('reviewing', (inner) => testReviewing(inner, workbench));
    // None of these changes what the other looks at, and the first waits for processes most of its time.
    await Promise.all([
      t.test('answering', async (inner) => {
        await testAnswering(inner, workbench);
        await testPublishing(inner, workbench);
        await testMakingDossiers(inner, workbench);
      }),
      t.test('a hostile leak', (inner) => testHostile(inner, workbench)),
    ]);
    await Promise.all([
      t.test('a password', (inner) => testPassword(inner, workbench)),
      t.test('while a sift runs', (inner) => testLive(inner, workbench)),
      t.test('an end while it is open', (inner) => testGone(inner, workbench)),
    ]);
    await t.test('every page', { concurrency: 2 }, (inner) => testEveryPage(inner, workbench));
  } finally {
    await workbench.close();
  }
});
