import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pngOf, printed, scannedPdf } from '../../src/parse/ocr/testing/scan.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOf, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';
import { contentOfShared, siftShared, workerProcess } from './shared-sift.ts';

const postgres = await postgresForTests();

async function dumpOfScans(folder: string): Promise<string> {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const pages = await Promise.all(
    ['Le trésorier a réglé la facture.', 'The banquet is on Thursday.'].map((line) =>
      printed({ lines: [line] }),
    ),
  );
  for (const [at, page] of pages.entries()) writeFileSync(join(dump, `${at}.png`), pngOf(page));
  const [first] = pages;
  if (first !== undefined) writeFileSync(join(dump, 'copy.png'), pngOf(first));
  writeFileSync(join(dump, 'scan.pdf'), scannedPdf(pages));
  writeFileSync(join(dump, 'note.txt'), 'A note about the banquet.');
  return dump;
}

describe('pictures of a shared case', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('are read by the lead and a worker as by one process', {
    timeout: 120_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const inputs = [await dumpOfScans(folder)];
    const alone = join(folder, 'alone.tamis');
    const expected = await siftQuietly(alone, { inputs, ocr: true });
    const shared = { postgres, name: 'pictures', leaseSeconds: 2 };
    await siftShared(shared, { inputs });
    const worker = workerProcess(shared);
    t.after(() => worker.kill());
    const { ocr } = await siftShared(shared, { inputs, ocr: true });
    assert.deepEqual(ocr, expected.ocr);
    assert.deepEqual(contentOfShared(shared), contentOf(alone));
    const store = postgres.open({ name: shared.name, as: 'read', now: () => new Date() });
    t.after(() => store.close());
    // The passwords that the workers were told are gone.
    assert.deepEqual(store.parts.count(null), { pending: 0, done: 0 });
    assert.deepEqual([...store.search('trésorier', {})].map(({ name }) => name).sort(), [
      '0.png',
      'copy.png',
      'scan.pdf',
    ]);
    const again = await siftShared(shared, { inputs, ocr: true });
    assert.equal(again.ocr?.total, 0);
  });

  it('that somebody took and died with are read by another', { timeout: 60_000 }, async (t) => {
    const folder = temporaryFolder(t);
    const dump = join(folder, 'dump');
    mkdirSync(dump);
    writeFileSync(join(dump, 'a.png'), pngOf(await printed({ lines: ['The banquet is on Thursday.'] })));
    const shared = { postgres, name: 'taken', leaseSeconds: 2 };
    await siftShared(shared, { inputs: [dump] });
    const store = postgres.open({ name: shared.name, as: 'work', now: () => new Date() });
    t.after(() => store.close());
    const timer = setInterval(() => {
      if (store.parts.claim('00000000-0000-4000-8000-000000000000', 1, 'worker', ['ocr']))
        clearInterval(timer);
    }, 5);
    t.after(() => clearInterval(timer));
    const { ocr } = await siftShared(shared, { inputs: [dump], ocr: true });
    assert.equal(ocr?.pages, 1);
  });
});
