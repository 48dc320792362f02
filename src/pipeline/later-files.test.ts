import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { siftQuietly } from '../../test/sift/sift-case.ts';
import { openCase } from '../case/index.ts';
import type { SiftResult } from '../sift.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-later-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const dump = join(folder, 'dump');
mkdirSync(dump);

const message = (subject: string) => `From: a@b.example\r\nSubject: ${subject}\r\n\r\nhello\r\n`;
const write = (name: string, subject: string) => writeFileSync(join(dump, name), message(subject));

function siftAgain(): Promise<SiftResult> {
  return siftQuietly(join(folder, 'x.tamis'), {
    inputs: [dump],
    now: () => new Date('2017-05-05T20:00:00Z'),
  });
}

test('what came to a folder after it was sifted is read, what changed or went is told', async () => {
  write('a.eml', 'one');
  write('b.eml', 'two');
  assert.deepEqual((await siftAgain()).since, { added: 0, changed: 0, missing: 0 });
  const same = await siftAgain();
  assert.equal(same.unchanged, true);
  assert.deepEqual(same.since, { added: 0, changed: 0, missing: 0 });

  write('a.eml', 'one, longer');
  rmSync(join(dump, 'b.eml'));
  write('aa.eml', 'three');
  symlinkSync('a.eml', join(dump, 'link'));
  const grown = await siftAgain();
  assert.deepEqual(grown.since, { added: 2, changed: 1, missing: 1 });
  assert.equal(grown.unchanged, false);
  assert.equal(grown.totals.items.total, 4);

  const then = await siftAgain();
  assert.deepEqual(then.since, { added: 0, changed: 1, missing: 1 });
  assert.equal(then.unchanged, true);
  const store = openCase(join(folder, 'x.tamis'), { now: () => new Date(0), readOnly: true });
  try {
    assert.equal(store.itemByPath('leak', 'dump/a.eml')?.name, 'one');
    assert.equal(store.itemByPath('leak', 'dump/aa.eml')?.name, 'three');
    assert.equal(store.itemByPath('leak', 'dump/link')?.status, 'skipped');
  } finally {
    store.close();
  }
});
