import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importPosts } from '../import/index.ts';
import {
  charts,
  csvFiles,
  gexf,
  graphml,
  reportHtml,
  reportText,
  type SpreadReport,
  seededRandom,
  spreadReport,
} from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));

const START = Date.UTC(2017, 4, 5, 18);

/** Forty people who re-share twenty posts whenever they like, and a ring of four that shares eight within seconds. */
function rows(): unknown[] {
  const random = seededRandom(7);
  const row = (user: string, second: number, more: object): object => ({
    id: `p${user}-${Math.round(second * 1000)}`,
    account: user,
    time: new Date(START + second * 1000).toISOString(),
    text: 'RT',
    lang: user < 'm' ? 'en' : 'fr',
    hashtags: ['Leak'],
    place: user < 'm' ? 'US' : 'FR',
    ...more,
  });
  const people = Array.from({ length: 40 }, (_, i) => `${i % 2 === 0 ? 'a' : 'z'}${i}`);
  const crowd = people.flatMap((user) =>
    Array.from({ length: 20 }, (_, post) =>
      row(user, 10 + random() * 12_000, { repost_of: `popular${post}`, repost_account: 'star' }),
    ),
  );
  const ring = ['<ring>1', 'ring&2', 'ring3', '=ring4'].flatMap((user, i) =>
    Array.from({ length: 8 }, (_, post) =>
      row(user, 1000 * post + 2 * i, { repost_of: `own${post}`, repost_account: 'lead' }),
    ),
  );
  const link = row('a0', 5, {
    text: 'https://boards.4chan.org/pol/1',
    urls: ['https://boards.4chan.org/pol/1'],
  });
  return [...crowd, ...ring, link];
}

let report: SpreadReport;

before(async () => {
  const file = join(folder, 'posts.jsonl');
  writeFileSync(
    file,
    rows()
      .map((row) => JSON.stringify(row))
      .join('\n'),
  );
  await importPosts([file], { folder, format: 'auto', map: [], zone: 'UTC', memory: 2 ** 28 });
  report = await make();
});

function make(): Promise<SpreadReport> {
  return spreadReport({
    folder,
    tag: '#Leak',
    from: null,
    to: null,
    memory: 2 ** 28,
    windows: [60, 10, 300],
    minParticipation: 2,
    repetitions: 20,
    maxPairs: 1e9,
    earlier: new Set(['ring3', 'nobody']),
    random: seededRandom(1),
  });
}

test('the ring is found with the posts behind it, and nobody else', () => {
  const { coordination } = report;
  assert.deepEqual(
    coordination.communities.groups.map((group) => group.members),
    [['<ring>1', '=ring4', 'ring&2', 'ring3']],
  );
  assert.equal(coordination.supported, 6);
  assert.equal(coordination.evidence.length, 6 * 8);
  assert.ok(
    coordination.evidence.every(
      (post) => Math.abs(post.seconds) <= 10 && post.object.startsWith('other own'),
    ),
  );
});

test('chance gives about as many edges as the crowd alone has', () => {
  const [layer] = report.coordination.layers;
  assert.equal(layer?.layer, 'repost');
  const seen = layer?.observed[0] ?? 0;
  const chance = layer?.timesNull.mean[0] ?? 0;
  // The ring's own edges remain when times are dealt out among its members.
  // Of 500 repetitions the mean is 17.8 for 23 seen; of twenty one or two more or less.
  assert.ok(Math.abs(seen - chance) < 0.35 * seen, `${seen} against ${chance}`);
  assert.ok((layer?.accountsNull.mean[2] ?? 9) < (layer?.observed[2] ?? 0));
});

test('volume, concentration, origin, paths and earlier accounts are counted', () => {
  const { volume, concentration, origin, paths } = report;
  assert.equal(volume.posts, 40 * 20 + 32 + 1);
  assert.equal(volume.accounts, 44);
  assert.equal(
    volume.counts.reduce((sum, count) => sum + count, 0),
    volume.posts,
  );
  assert.equal(volume.early, volume.posts);
  assert.equal(concentration.accounts[0]?.posts, 21);
  assert.ok(concentration.gini > 0 && concentration.gini < 0.2);
  assert.deepEqual(origin.accountsByCountry.map((row) => row.name).sort(), ['FR', 'US']);
  assert.deepEqual(
    paths.order.map((step) => step.what),
    ['network other', 'links to image-board'],
  );
  assert.deepEqual(
    paths.earlier.map((account) => account.who),
    ['ring3'],
  );
});

test('the same seed gives the same report', async () => {
  assert.deepEqual(await make(), report);
});

test('the page needs no network and holds no live markup from the posts', () => {
  for (const lang of ['en', 'fr'] as const) {
    const html = reportHtml(report, lang);
    assert.ok(html.includes(`<html lang="${lang}">`) && html.includes('<svg'));
    assert.ok(!html.includes('<ring>') && html.includes('&lt;ring&gt;1'));
    assert.ok(!/<script|src=|href=|url\(|@import/.test(html));
    // Whatever stands in a chart stands in a table too, and every region that scrolls has a name.
    assert.equal(
      html.match(/<svg /g)?.length,
      html.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)?.length,
    );
    assert.ok(
      html.includes('<details>') &&
        !/tabindex="0"><table/.test(html.replaceAll(/aria-label="[^"]+" tabindex="0"/g, '')),
    );
    // One h1, and nothing below h2 but captions.
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.ok(!/<h[3-6]/.test(html));
    assert.ok(reportText(report, lang).split('\n').length > 20);
  }
});

test('graph files hold every supported edge, names escaped', () => {
  for (const file of [gexf(report), graphml(report)]) {
    assert.equal(file.match(/<edge /g)?.length, 6);
    assert.ok(file.includes('&lt;ring&gt;1') && file.includes('ring&amp;2'));
  }
});

test('French is set as French is', () => {
  const html = reportHtml(report, 'fr').replaceAll(/<style>.*<\/style>/gsu, '');
  const words = html.replaceAll(/<[^<>]*>/gu, '\n').replaceAll(/&\w+;/gu, '');
  assert.doesNotMatch(words, /[^\s\u00a0\u202f] ?[;:!?»]( |$)/mu);
  assert.doesNotMatch(words, /\d[ ]?%/u);
  assert.ok(words.includes('États-Unis') && words.includes('anglais'));
});

test('other programs read the files: graphs, tables and charts', async (t) => {
  const wanted = csvFiles(report, 'en');
  const files = new Map([
    ['g.gexf', gexf(report)],
    ['g.graphml', graphml(report)],
    ['edges.csv', wanted.get('edges.csv') ?? ''],
    ['nodes.csv', wanted.get('nodes.csv') ?? ''],
    ...[...charts(report, 'fr')].map(([name, svg]): [string, string] => [`${name}.svg`, svg]),
  ]);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const reader = join(import.meta.dirname, '../../../test/spread/read-files.py');
  const { stdout, stderr, error } = spawnSync('python3', [reader, folder], { encoding: 'utf8' });
  if (error) return t.skip('python3 not present');
  assert.equal(stderr, '');
  const found = JSON.parse(stdout);
  assert.deepEqual(found.gexf[0], ['<ring>1', '=ring4', 'ring&2', 'ring3']);
  assert.equal(found.gexf[1].length, 6);
  assert.ok(found.gexf[1].every((edge: readonly unknown[]) => edge[2] === 8));
  assert.deepEqual(found.graphml, found.gexf);
  assert.deepEqual(found.csv, found.gexf);
  assert.ok(found.svg.length >= 4 && found.svg.every((tag: string) => tag.endsWith('}svg')));
  if (found.networkx) assert.deepEqual(found.networkx, [found.gexf[0], 6]);
});

test('tables for spreadsheets hold no formulas', () => {
  const files = csvFiles(report, 'en');
  assert.ok(files.get('nodes.csv')?.includes("'=ring4,1"));
  assert.equal(files.get('evidence.csv')?.trim().split('\n').length, 49);
});

test('a scope without posts is an error that says so', async () => {
  const options = {
    windows: [60],
    minParticipation: 2,
    repetitions: 1,
    maxPairs: 1,
    memory: 2 ** 28,
    earlier: new Set<string>(),
  };
  const nothing = { folder, tag: 'other', from: null, to: null, random: seededRandom(1), ...options };
  await assert.rejects(spreadReport(nothing), { code: 'no-posts' });
  await assert.rejects(spreadReport({ ...nothing, folder: join(folder, 'none') }), { code: 'no-posts' });
});
