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

test('the same seed gives the same posts, another seed others', () => {
  const told = (seed: number): string => {
    const { posts } = rehearsal(seededRandom(seed));
    return JSON.stringify(posts.map((post) => [post.by.id, post.at, post.text]));
  };
  const once = told(5);
  assert.ok(once === told(5));
  assert.ok(once !== told(6));
});
