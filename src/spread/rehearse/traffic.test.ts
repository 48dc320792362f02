import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readPosts } from '../import/index.ts';
import { PLAN, PLANTED } from './plan.ts';
import { rehearseSpread } from './rehearse-spread.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));

test('a rehearsal has the numbers of its plan, is read as X v1.1, and is the same for the same seed', async () => {
  const summary = await rehearseSpread(join(folder, 'a'), 5, false);
  assert.equal(summary.posts, PLAN.posts);
  assert.equal(
    summary.planted,
    PLANTED.reduce((sum, kind) => sum + kind.groups * kind.members, 0),
  );
  let read = 0;
  let last = 0;
  for await (const { format, outcome } of readPosts(join(folder, 'a/posts.jsonl'), {
    zone: 'UTC',
    map: new Map(),
  })) {
    assert.ok(format === 'x-v1' && outcome.type === 'post');
    assert.ok(outcome.post.time >= last && outcome.post.time < PLAN.startMs + PLAN.seconds * 1000);
    last = outcome.post.time;
    read++;
  }
  assert.equal(read, PLAN.posts);
  await rehearseSpread(join(folder, 'b'), 5, false);
  for (const file of ['posts.jsonl', 'organic.jsonl', 'truth.csv'])
    assert.ok(readFileSync(join(folder, 'a', file)).equals(readFileSync(join(folder, 'b', file))), file);
});
