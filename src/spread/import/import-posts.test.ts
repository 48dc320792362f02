import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parquetRecords } from '../store/parquet-records.ts';
import { importPosts } from './import-posts.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));
const OPTIONS = { folder, format: 'auto', map: [], zone: 'UTC', memory: 2 ** 28 };

test('posts go to the case once, whatever file and format bring them again', async () => {
  const files = ['x-v1.jsonl', 'x-v2.jsonl', 'twint.jsonl', 'shares.csv'].map((name) => join(FIXTURES, name));
  const first = await importPosts(files, OPTIONS);
  assert.deepEqual(
    [first.read, first.added, first.posts, first.rejected],
    [8, 4, 4, { 'not-a-post': 2, 'not-json': 1 }],
  );
  const again = await importPosts(files, OPTIONS);
  assert.deepEqual([again.read, again.added, again.posts], [8, 0, 4]);
  assert.deepEqual(readdirSync(join(folder, 'spread')).sort(), ['posts.parquet', 'rejects.parquet']);
  const posts = [];
  for await (const post of parquetRecords(join(folder, 'spread/posts.parquet'))) posts.push(post);
  const shared = posts.find((post) => post.id === 'c1');
  assert.deepEqual(shared?.objects, ['o1', 'o2']);
  assert.equal(posts.find((post) => post.id === '860567067181449293')?.format, 'x-v1');
  const rejects = [];
  for await (const row of parquetRecords(join(folder, 'spread/rejects.parquet'))) rejects.push(row);
  assert.deepEqual(
    rejects.map((row) => `${row.file}:${row.line} ${row.reason}`),
    ['x-v1.jsonl:2 not-a-post', 'x-v1.jsonl:4 not-json', 'x-v2.jsonl:3 not-a-post'],
  );
});

test('options that mean nothing are refused', async () => {
  await assert.rejects(importPosts([], { ...OPTIONS, map: ['wer=who'] }), { code: 'bad-option' });
  await assert.rejects(importPosts([], { ...OPTIONS, zone: 'Nowhere' }), { code: 'bad-option' });
  await assert.rejects(importPosts([join(folder, 'none')], OPTIONS), { code: 'cannot-read' });
});

test('a file that cannot be read does not keep the others out', async () => {
  const other = { ...OPTIONS, folder: join(folder, 'other') };
  const summary = await importPosts([join(folder, 'none'), join(FIXTURES, 'twint.jsonl')], other);
  assert.deepEqual(summary.failedFiles, [{ file: 'none', reason: 'cannot-read' }]);
  assert.equal(summary.posts, 1);
});

function table(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${['tweet_id,user_id,created_at,text', ...rows].join('\n')}\n`);
  return path;
}

test('ids that a spreadsheet rounded make neither one post nor one account of many', async () => {
  const rows = [1, 2, 3].map((n) => `8.6E+17,1.2E+09,2017-05-05T18:00:0${n}Z,what ${n}`);
  const ended = [
    '860000000000000000.0,12.0,2017-05-05T18:00:00Z,with an end',
    '7,13,2017-05-05T18:00:00Z,sound',
  ];
  const own = { ...OPTIONS, folder: join(folder, 'rounded') };
  const summary = await importPosts([table('rounded.csv', [...rows, ...ended])], own);
  assert.deepEqual([summary.posts, summary.roundedIds], [5, 3]);
  const posts = [];
  for await (const post of parquetRecords(join(own.folder, 'spread/posts.parquet'))) posts.push(post);
  assert.deepEqual(posts.map(({ account }) => account).sort(), ['12', '13', null, null, null]);
  assert.ok(posts.some(({ id }) => id === '860000000000000000'));
});

test('dates in figures are read in the order given, and set aside without one', async () => {
  const path = table('dates.csv', ['1,a,05/06/2017 18:00,x', '2,b,25/06/2017 18:00,y']);
  const refused = await importPosts([path], { ...OPTIONS, folder: join(folder, 'refused') });
  assert.deepEqual(refused.rejected, { 'time-not-a-time': 2 });
  const read = await importPosts([path], { ...OPTIONS, folder: join(folder, 'dates'), dates: 'day-first' });
  assert.deepEqual([read.posts, read.rejected], [2, {}]);
});

test('a stray zero byte does not make a picture of a table', async () => {
  const path = table('zero.csv', [
    '1,a,2017-05-05T18:00:00Z,x',
    '\u00002,b,2017-05-05T18:00:00Z,a longer text to read',
  ]);
  const read = await importPosts([path], { ...OPTIONS, folder: join(folder, 'zero') });
  assert.equal(read.posts, 2);
});

test('an author that is an object has his id and name in it', async () => {
  const path = join(folder, 'nested.jsonl');
  const post = {
    id: '1',
    author: { id: 'a1', username: 'ann' },
    created_at: '2017-05-05T18:00:00Z',
    text: 'x',
  };
  writeFileSync(path, JSON.stringify(post));
  const own = { ...OPTIONS, folder: join(folder, 'nested') };
  const summary = await importPosts([path], own);
  assert.deepEqual([summary.posts, summary.missing.account], [1, undefined]);
  for await (const read of parquetRecords(join(own.folder, 'spread/posts.parquet')))
    assert.deepEqual([read.account, read.handle], ['a1', 'ann']);
});
