import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_COORDINATION, runCoordination } from './index.ts';

const POSTS = join(import.meta.dirname, '../../../../shared/corpus/posts');

/** Results of CooRTweet 2.1.3 with min_participation 2, and the part above the median weight. */
const SETTINGS = [
  { input: 'russian_coord_tweets.csv', window: 10, edges: 'coortweet_ru_tw10_mp2' },
  { input: 'russian_coord_tweets.csv', window: 60, edges: 'coortweet_ru_tw60_mp2' },
  { input: 'russian_coord_tweets.csv', window: 300, edges: 'coortweet_ru_tw300_mp2' },
  { input: 'synth_50000.csv', window: 60, edges: 'coortweet_synth_50000_tw60_mp2' },
];

for (const { input, window, edges } of SETTINGS) {
  test(`${edges}: the same pairs, accounts, edges and every number of every edge`, async (t) => {
    if (!existsSync(POSTS)) return t.skip('corpus not present: ../shared/corpus');
    const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
    try {
      const out = join(folder, 'edges.csv');
      const summary = await runCoordination(join(POSTS, input), {
        ...DEFAULT_COORDINATION,
        window,
        edges: out,
        // Small enough for several portions.
        memory: 1,
      });
      const [, median] = table(join(POSTS, 'reference', `${edges}_summary.csv`));
      const column = names(join(POSTS, 'reference', `${edges}_summary.csv`));
      const stored = (name: string): number => Number(median?.[column.indexOf(name)]);
      assert.equal(summary.pairs, stored('pair_rows'));
      assert.equal(summary.objects, stored('objects'));
      assert.equal(summary.accounts, stored('accounts'));
      assert.equal(summary.edges, stored('edges'));
      assert.equal(summary.maxWeight, stored('max_weight'));
      assert.equal(summary.strong.threshold, stored('threshold'));
      assert.equal(summary.strong.edges, stored('sub_edges'));
      assert.equal(summary.strong.accounts, stored('sub_accounts'));
      const ours = table(out).slice(1);
      const theirs = table(join(POSTS, 'reference', `${edges}_edges.csv`))
        .slice(1)
        .map((row) => undirected(row.slice(0, 7)));
      assert.ok(ours.every(([from = '', to = '']) => from < to));
      const expected = new Set(theirs.map((row) => row.join(',')));
      const differing = ours.map((row) => row.join(',')).filter((row) => !expected.has(row));
      assert.deepEqual(differing.slice(0, 3), []);
      assert.equal(ours.length, theirs.length);
      await runCoordination(join(POSTS, input), {
        ...DEFAULT_COORDINATION,
        window,
        edges: out,
        subgraph: true,
      });
      const strong = ours.filter((row) => Number(row[2]) > summary.strong.threshold);
      assert.equal(table(out).slice(1).join('\n'), strong.join('\n'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

function table(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}

function names(path: string): string[] {
  return table(path)[0] ?? [];
}

/** The stored edges are undirected, their ends in the order of the graph's nodes. */
function undirected([from = '', to = '', ...rest]: string[]): string[] {
  return from < to ? [from, to, ...rest] : [to, from, ...rest];
}
