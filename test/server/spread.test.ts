import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { testHost } from '../../src/cli/test-host.ts';
import type { Page } from '../../src/server/api/common.ts';
import type { SpreadJson, SpreadPostJson } from '../../src/server/api/spread.ts';
import { makeTemporaryFolder } from './folder.ts';
import { type Served, serve } from './serve.ts';

const folder = makeTemporaryFolder('served-posts');
const directory = join(folder, 'posts.tamis');

let served: Served;

/** Six accounts share the same twelve objects within seconds of each other; forty others share as they please. */
function shares(): string {
  const start = 1_494_000_000;
  const lines = ['object_id,account_id,content_id,timestamp_share'];
  for (let object = 0; object < 12; object++)
    for (let account = 0; account < 6; account++)
      lines.push(`o${object},ring${account},r${object}-${account},${start + object * 3_600 + account}`);
  for (let post = 0; post < 200; post++)
    lines.push(`o${post % 17},user${(post * 7) % 40},p${post},${start + ((post * 7_919) % 86_400)}`);
  return `${lines.join('\n')}\n`;
}

before(async () => {
  writeFileSync(join(folder, 'shares.csv'), shares());
  const { host, err } = testHost({}, folder);
  assert.equal(
    await runCommandLine(['spread', 'import', 'shares.csv', '--case', 'posts.tamis'], host),
    0,
    err(),
  );
  served = await serve(directory);
});
after(async () => {
  await served.server.close();
  assert.deepEqual(served.errors, []);
});

/** Accounts that declare places in words, one with an apostrophe, one of no country, one none at all. */
function declared(): string {
  const places = ['Paris, France', 'Lille', "L'Aquila, Italie", 'the moon', '', 'UK'];
  const lines = ['post_id,account_id,created_at,text,lang,location'];
  for (let post = 0; post < 60; post++) {
    const who = post % places.length;
    const lang = post % 4 === 0 ? '' : post % 3 === 0 ? 'en' : 'fr';
    lines.push(
      `${post},a${who},2017-05-05T20:${String(post).padStart(2, '0')}:00Z,,${lang},"${places[who]}"`,
    );
  }
  return `${lines.join('\n')}\n`;
}

describe('the spread of a case with posts', () => {
  it('is told with what chance would give beside it, and the posts behind each edge', async () => {
    const spread = await served.get<SpreadJson>('/api/spread');
    assert.equal(spread.volume.posts, 272);
    assert.equal(
      spread.volume.counts.reduce((sum, count) => sum + count, 0),
      272,
    );
    const { coordination } = spread;
    assert.ok(coordination.edgesTotal >= coordination.edges.length);
    const [edge] = coordination.edges;
    assert.ok(edge);
    assert.match(`${edge.from} ${edge.to}`, /^ring\d ring\d$/);
    assert.ok(coordination.evidence.some(({ from, to }) => from === edge.from && to === edge.to));
    for (const layer of coordination.layers) assert.equal(layer.observed.length, layer.timesNull.mean.length);
  });

  it('is kept in the case, for the next server', async () => {
    const [name] = readdirSync(join(directory, 'spread', 'reports'));
    assert.match(name ?? '', /^[0-9a-f]{16}-[0-9a-f]{16}\.json$/);
    const path = join(directory, 'spread', 'reports', name ?? '');
    const kept: SpreadJson = JSON.parse(readFileSync(path, 'utf8'));
    assert.deepEqual(kept, await served.get<SpreadJson>('/api/spread'));
    writeFileSync(path, JSON.stringify({ ...kept, volume: { ...kept.volume, early: 12_345 } }));
    const next = await serve(directory);
    assert.equal((await next.get<SpreadJson>('/api/spread')).volume.early, 12_345);
    await next.server.close();
  });

  it('lists posts, and takes what it is asked for as words and not as SQL', async () => {
    const all = await served.get<Page<SpreadPostJson>>('/api/spread/posts?limit=5');
    assert.deepEqual([all.total, all.rows.length], [272, 5]);
    const ring = await served.get<Page<SpreadPostJson>>('/api/spread/posts?account=ring3');
    assert.equal(ring.total, 12);
    const attack = encodeURIComponent("x' OR 1=1; --");
    assert.equal((await served.get<Page<SpreadPostJson>>(`/api/spread/posts?account=${attack}`)).total, 0);
    const early = await served.get<Page<SpreadPostJson>>('/api/spread/posts?to=1494000010000');
    assert.ok(early.total < 272 && early.rows.every(({ time }) => time < 1_494_000_010_000));
  });

  it('opens as many posts for a place and a language as it counts there', async () => {
    writeFileSync(join(folder, 'declared.csv'), declared());
    const { host, err } = testHost({}, folder);
    const args = ['spread', 'import', 'declared.csv', '--case', 'declared.tamis'];
    assert.equal(await runCommandLine(args, host), 0, err());
    const other = await serve(join(folder, 'declared.tamis'));
    try {
      const { origin } = await other.get<SpreadJson>('/api/spread');
      assert.deepEqual([...new Set(origin.cells.map(({ country }) => country))].sort(), [
        'FR',
        'GB',
        'IT',
        'none',
        'other',
      ]);
      assert.ok(origin.cells.some(({ lang }) => lang === 'none'));
      for (const { country, lang, posts } of origin.cells) {
        const listed = await other.get<Page<SpreadPostJson>>(
          `/api/spread/posts?place=${country}&lang=${lang}`,
        );
        assert.equal(listed.total, posts, `${country} ${lang}`);
      }
      const none = await other.get<Page<SpreadPostJson>>('/api/spread/posts?place=ZZ');
      assert.equal(none.total, 0);
    } finally {
      await other.server.close();
    }
  });
});
