import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readPosts } from '../import/index.ts';
import { seededRandom } from '../report/index.ts';
import { PLAN, PLANTED } from './plan.ts';
import { rehearseSpread } from './rehearse-spread.ts';
import { rehearsal } from './traffic.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));

test('a rehearsal has the numbers of its plan and is read as X v1.1, in order of time', async () => {
  const summary = await rehearseSpread(folder, 5, false);
  assert.equal(summary.posts, PLAN.posts);
  assert.equal(
    summary.planted,
    PLANTED.reduce((sum, kind) => sum + kind.groups * kind.members, 0),
  );
  assert.equal(readFileSync(join(folder, 'posts.jsonl'), 'utf8').split('\n').length - 1, PLAN.posts);
  let read = 0;
  let last = 0;
  for await (const { format, outcome } of readPosts(join(folder, 'posts.jsonl'), {
    zone: 'UTC',
    map: new Map(),
    dates: null,
  })) {
    assert.ok(format === 'x-v1' && outcome.type === 'post');
    assert.ok(outcome.post.time >= last && outcome.post.time < PLAN.startMs + PLAN.seconds * 1000);
    last = outcome.post.time;
    if (++read === 2000) break;
  }
});

test('the same posts on another day: ids, stamps and accounts move with it; a day without ids of X is refused', async () => {
  const own = mkdtempSync(join(tmpdir(), 'tamis-'));
  after(() => rmSync(own, { recursive: true }));
  const startMs = Date.UTC(2021, 4, 5, 18);
  const { published } = await rehearseSpread(own, 5, false, startMs);
  assert.equal(published, '2021-05-05T18:00:00.000Z');
  const first = (at: string) => {
    const [line = ''] = readFileSync(join(at, 'organic.jsonl'), 'utf8').split('\n', 1);
    return JSON.parse(line) as { id_str: string; created_at: string; user: { created_at: string } };
  };
  const [then, now] = [first(folder), first(own)];
  const shift = startMs - PLAN.startMs;
  assert.equal(Date.parse(now.created_at) - Date.parse(then.created_at), Math.round(shift / 1000) * 1000);
  assert.equal((BigInt(now.id_str) >> 22n) - (BigInt(then.id_str) >> 22n), BigInt(shift));
  assert.ok(Date.parse(now.user.created_at) > Date.parse(then.user.created_at));
  await assert.rejects(rehearseSpread(own, 5, false, Date.UTC(2009, 0, 1)), { code: 'bad-option' });
});

test('the same seed gives the same posts, another seed others', () => {
  const told = (seed: number): string => {
    const { posts } = rehearsal(seededRandom(seed));
    return JSON.stringify(posts.map((post) => [post.by.id, post.at, post.text]));
  };
  const once = told(5);
  assert.ok(once === told(5));
  assert.ok(once !== told(6));
});
