import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { SpreadJson } from '../api/spread.ts';
import { SpreadCache } from './spread-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-spread-cache-'));
const posts = join(folder, 'spread', 'posts.parquet');
const reports = join(folder, 'spread', 'reports');
const question = { tag: null, from: null, to: null };
/** What is in a report is not looked at. */
const report = (posts: number) => ({ volume: { posts }, coordination: {} }) as unknown as SpreadJson;

after(() => rmSync(folder, { recursive: true }));

describe('reports of the spread kept in the case', () => {
  const cache = new SpreadCache(folder);

  it('are those of the posts that are there now', async () => {
    assert.equal(cache.version(), null);
    mkdirSync(join(folder, 'spread'));
    writeFileSync(posts, 'one');
    const one = cache.version() ?? '';
    assert.equal(await cache.read(one, question), null);
    await cache.write(one, question, report(1));
    assert.deepEqual(await new SpreadCache(folder).read(one, question), report(1));
    assert.equal(await cache.read(one, { ...question, tag: '../../x' }), null);
    writeFileSync(posts, 'one and two');
    const two = cache.version() ?? '';
    assert.notEqual(one, two);
    assert.equal(await cache.read(two, question), null);
    await cache.write(two, question, report(2));
    assert.equal(readdirSync(reports).length, 1, 'the report on the posts of before is gone');
  });

  it('are a few, and none of what is damaged', async () => {
    const version = cache.version() ?? '';
    for (let at = 0; at < 20; at++) await cache.write(version, { ...question, tag: `t${at}` }, report(at));
    assert.equal(readdirSync(reports).length, 16);
    for (const name of readdirSync(reports)) writeFileSync(join(reports, name), '{"volume":');
    assert.equal(await cache.read(version, { ...question, tag: 't19' }), null);
  });

  it('are no error where nothing can be written', async () => {
    rmSync(reports, { recursive: true });
    writeFileSync(reports, 'a file in the way');
    await cache.write('version', question, report(1));
    assert.equal(await cache.read('version', question), null);
  });
});
