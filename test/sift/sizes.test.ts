import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { domainKey, makeTestKey, signMessage } from '../mail/sign.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const MB = 2 ** 20;

test('what is larger than memory may hold keeps its size and hash, and is read as far as its head goes', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const mail = `From: a@x.example\nSubject: giant\nMessage-ID: <1@x.example>\n\nhello\n${'x'.repeat(70)}\n`;
  const giant = mail + `${'y'.repeat(75)}\n`.repeat(80_000);
  writeFileSync(join(dump, 'giant.eml'), giant);
  writeFileSync(join(dump, 'log.txt'), 'first line\n'.repeat(600_000));
  writeFileSync(join(dump, 'film.bin'), '\x00\x01film');
  truncateSync(join(dump, 'film.bin'), 6 * MB);
  const mark = 'From a@x.example Mon Jan  1 00:00:00 2018\n';
  writeFileSync(join(dump, 'all.mbox'), `${mark}Subject: small\n\nx\n\n${mark}${giant}`);
  const directory = join(folder, 'case.tamis');
  const limits = { ...DEFAULT_LIMITS, itemBytes: 5 * MB };
  await siftQuietly(directory, { inputs: [dump], limits });
  const store = readCase(t, directory);
  const eml = store.itemByPath('leak', 'dump/giant.eml');
  assert.deepEqual([eml?.status, eml?.failure?.code, eml?.size], ['partial', 'too-large', giant.length]);
  assert.equal(eml?.sha256, createHash('sha256').update(giant).digest('hex'));
  assert.deepEqual([eml?.message?.subject, eml?.message?.messageId], ['giant', '1@x.example']);
  const log = store.itemByPath('leak', 'dump/log.txt');
  assert.deepEqual([log?.status, log?.failure?.code, log?.size], ['partial', 'too-large', 6_600_000]);
  assert.equal([...store.search('"first line"', {})].length, 1);
  const film = store.itemByPath('leak', 'dump/film.bin');
  assert.deepEqual([film?.status, film?.failure, film?.size], ['ok', null, 6 * MB]);
  const second = store.itemByPath('leak', 'dump/all.mbox/#2');
  assert.deepEqual(
    [second?.status, second?.failure?.code, second?.message?.subject],
    ['partial', 'too-large', 'giant'],
  );
  // The newline that the mailbox puts after a message stands only where another follows.
  assert.deepEqual([second?.size, second?.sha256], [eml?.size, eml?.sha256]);
  assert.deepEqual(store.itemByPath('leak', 'dump/all.mbox')?.children, {
    expected: 2,
    emitted: 1,
    failed: 1,
    skipped: 0,
  });
});

test('a key that comes later does not read a giant whole', async (t) => {
  const folder = temporaryFolder(t);
  const key = makeTestKey('x.example', 'sel');
  const letter = `From: a@x.example\nSubject: giant\nMessage-ID: <1@x.example>\n\nhello\n${'y\n'.repeat(40_000)}`;
  writeFileSync(
    join(folder, 'box.mbox'),
    `From a@x.example Mon Jan  1 00:00:00 2018\n${signMessage(letter, key)}`,
  );
  const directory = join(folder, 'case.tamis');
  const limits = { ...DEFAULT_LIMITS, itemBytes: 50_000 };
  await siftQuietly(directory, { inputs: [join(folder, 'box.mbox')], limits });
  await siftQuietly(directory, { inputs: [], limits, keys: [domainKey(key)] });
  const giant = readCase(t, directory).itemByPath('leak', 'box.mbox/#1');
  assert.deepEqual(giant?.message?.signatures[0]?.header, { type: 'not-checkable', why: 'too-large' });
  assert.match(giant?.message?.canonical ?? '', /^[0-9a-f]{64}$/);
  assert.equal(giant?.judgement?.verdict, 'unverified');
});

test('a bomb within the ratio at every level is stopped by all levels together', async (t) => {
  const folder = temporaryFolder(t);
  const once = gzipSync(Buffer.alloc(32 * MB), { level: 9 });
  writeFileSync(join(folder, 'once.gz'), once);
  writeFileSync(join(folder, 'twice.gz'), gzipSync(once));
  // zlib gives 1,030 : 1 at most, so neither level passes this ratio.
  const limits = { ...DEFAULT_LIMITS, ratio: 1100 };
  const directory = join(folder, 'case.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'once.gz'), join(folder, 'twice.gz')], limits });
  const store = readCase(t, directory);
  assert.equal(store.itemByPath('leak', 'once.gz/#1')?.size, 32 * MB);
  assert.equal(store.itemByPath('leak', 'twice.gz/#1')?.size, once.length);
  assert.equal(store.itemByPath('leak', 'twice.gz/#1/#1')?.failure?.code, 'bomb');
  assert.deepEqual(
    [...store.failures()].map(({ failure }) => failure?.code),
    ['bomb', 'bomb'],
  );
});

test('what only the end of an archive tells stands with the archive, and damage before it is not renamed', async (t) => {
  const folder = temporaryFolder(t);
  const trailing = Buffer.concat([gzipSync('text'), Buffer.from('behind')]);
  writeFileSync(join(folder, 'trailing.gz'), trailing);
  const nested = gzipSync(gzipSync('text '.repeat(1000)));
  writeFileSync(join(folder, 'cut.gz'), nested.subarray(0, nested.length - 15));
  const directory = join(folder, 'case.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'trailing.gz'), join(folder, 'cut.gz')] });
  const store = readCase(t, directory);
  const archive = store.itemByPath('leak', 'trailing.gz');
  assert.equal(archive?.status, 'ok');
  assert.ok(archive?.defects.some(({ code }) => code === 'trailing-bytes'));
  for (const path of ['cut.gz', 'cut.gz/#1']) {
    assert.equal(store.itemByPath('leak', path)?.failure?.code, 'truncated', path);
  }
});

test('a message with more parts, levels or header than the limits says so', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const head = 'From: a@x.example\nSubject: many\nMIME-Version: 1.0\n';
  const part = '--b\nContent-Disposition: attachment; filename=a\n\nz\n';
  const type = 'Content-Type: multipart/mixed; boundary=b\n\n';
  writeFileSync(join(dump, 'parts.eml'), `${head}${type}${part.repeat(30)}--b--\n`);
  const levels = Array.from(
    { length: 30 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  );
  writeFileSync(join(dump, 'levels.eml'), `${head}${levels.join('')}\nbottom\n`);
  writeFileSync(join(dump, 'header.eml'), `${head}X-Long: ${'y'.repeat(5000)}\n\nbody\n`);
  const limits = { ...DEFAULT_LIMITS, parts: 20, headerBytes: 4000 };
  await siftQuietly(join(folder, 'case.tamis'), { inputs: [dump], limits });
  const store = readCase(t, join(folder, 'case.tamis'));
  const said = ['parts', 'levels', 'header'].map((name) => {
    const item = store.itemByPath('leak', `dump/${name}.eml`);
    return [item?.status, item?.failure?.code, item?.message?.subject];
  });
  assert.deepEqual(said, [
    ['partial', 'too-many', 'many'],
    ['partial', 'too-deep', 'many'],
    ['partial', 'too-large', 'many'],
  ]);
});
