import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { DEFAULT_LIMITS, TamisError } from '../../src/model/index.ts';
import { writeZip } from '../../src/parse/archive/testing/zip-writer.ts';
import { contentOf, readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const HOSTILE = new URL('./hostile-worker.ts', import.meta.url);

test('a parser that hangs, throws, exits or fills its memory costs one item', {
  timeout: 120_000,
}, async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const bad = {
    'hang.txt': 'timeout',
    'throw.txt': 'crashed',
    'memory.txt': 'crashed',
    'exit.txt': 'crashed',
  };
  for (const name of Object.keys(bad)) writeFileSync(join(dump, name), 'x'.repeat(100));
  for (let i = 0; i < 50; i++) writeFileSync(join(dump, `note-${i}.txt`), `note number ${i}`);
  const attached = `From: a@x.example\nSubject: carries\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Disposition: attachment; filename=hang.bin\n\nx\n--b--\n`;
  writeFileSync(join(dump, 'mail.eml'), attached);
  const directory = join(folder, 'hostile.tamis');
  const limits = { ...DEFAULT_LIMITS, itemMs: 6000, workerMb: 128 };
  const { totals } = await siftQuietly(directory, { inputs: [dump], limits, workerEntry: HOSTILE });
  const store = readCase(t, directory);
  for (const [name, code] of Object.entries(bad)) {
    const item = store.itemByPath('leak', `dump/${name}`);
    assert.equal(item?.status, 'failed', name);
    assert.equal(item?.failure?.code, code, name);
  }
  assert.equal(store.itemByPath('leak', 'dump/note-49.txt')?.status, 'ok');
  assert.ok(store.itemByPath('leak', 'dump/mail.eml'));
  assert.equal(totals.items.total, 56);
});

test('the second of two sifts on one case is refused', async (t) => {
  const folder = temporaryFolder(t);
  const directory = join(folder, 'one.tamis');
  writeFileSync(join(folder, 'a.txt'), 'a');
  await siftQuietly(directory, { inputs: [join(folder, 'a.txt')] });
  const holder = openCase(directory, { now: () => new Date() });
  try {
    const second = siftQuietly(directory, { inputs: [join(folder, 'a.txt')] });
    await assert.rejects(second, (error) => error instanceof TamisError && error.code === 'case-locked');
  } finally {
    holder.close();
  }
});

test('nothing is made of a path that is not there, nor inside a dump', async (t) => {
  const folder = temporaryFolder(t);
  const refused = (code: string) => (error: unknown) => error instanceof TamisError && error.code === code;
  const directory = join(folder, 'one.tamis');
  await assert.rejects(siftQuietly(directory, { inputs: [join(folder, 'none')] }), refused('no-input'));
  mkdirSync(join(folder, 'dump'));
  symlinkSync(join(folder, 'dump'), join(folder, 'way'));
  const dump = join(folder, 'dump');
  for (const inside of [join(dump, 'a.tamis'), join(folder, 'way', 'deep', 'a.tamis'), dump]) {
    await assert.rejects(siftQuietly(inside, { inputs: [dump] }), refused('case-in-dump'), inside);
  }
  await siftQuietly(join(folder, 'dump.tamis'), { inputs: [dump] });
  assert.deepEqual(readdirSync(folder).sort(), ['dump', 'dump.tamis', 'way']);
  assert.deepEqual(readdirSync(dump), []);
});

test('a message of a Maildir is one by its place, in a folder and in an archive', async (t) => {
  const folder = temporaryFolder(t);
  const place = join(folder, 'box', 'new');
  mkdirSync(place, { recursive: true });
  const draft = 'Subject: no sender\n\nx\n';
  writeFileSync(join(place, '1500000001.M1P1.host'), draft);
  writeFileSync(join(folder, 'box', 'note.txt'), draft);
  writeFileSync(
    join(folder, 'box', 'box.zip'),
    writeZip([{ name: 'cur/1500000002.M1P1.host', content: draft }]),
  );
  await siftQuietly(join(folder, 'case.tamis'), { inputs: [join(folder, 'box')] });
  const store = readCase(t, join(folder, 'case.tamis'));
  const paths = [...store.search('kind:message', {})].map(({ path }) => path);
  assert.deepEqual(paths.sort(), ['box/box.zip/cur/1500000002.M1P1.host', 'box/new/1500000001.M1P1.host']);
});

test('an interrupted sift says so and goes on later', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  for (let i = 0; i < 2000; i++)
    writeFileSync(join(dump, `${i}.eml`), `Subject: ${i}\nFrom: a@x.example\n\ntext ${i}\n`);
  const [whole, broken] = [join(folder, 'whole.tamis'), join(folder, 'broken.tamis')];
  await siftQuietly(whole, { inputs: [dump] });
  const abort = new AbortController();
  const stopped = siftQuietly(broken, {
    inputs: [dump],
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await assert.rejects(stopped, (error) => error instanceof TamisError && error.code === 'interrupted');
  await siftQuietly(broken, { inputs: [] });
  assert.deepEqual(contentOf(broken), contentOf(whole));
});

test('native code that never returns costs one item and does not keep the process', {
  timeout: 180_000,
}, (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'dump'));
  for (const name of ['a.txt', 'stuck.txt', 'z.txt']) writeFileSync(join(folder, 'dump', name), name);
  const main = join(import.meta.dirname, 'stuck-main.ts');
  const ended = spawnSync(process.execPath, [main, folder], { encoding: 'utf8', timeout: 170_000 });
  assert.equal(ended.stdout, '3 items, 1 failed, 2 stuck\n');
  assert.equal(ended.status, 7);
});
