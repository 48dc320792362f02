import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EdgeSums, Shares } from '../coordination/index.ts';
import { type Counting, countingHere } from './counting.ts';
import { type DealtLayer, dealsOf } from './nulls.ts';
import { packLayer, unpackLayer } from './packed-layer.ts';
import { countingByPieces, type SpreadPiece, SpreadPieces } from './pieces.ts';
import { seededRandom } from './random.ts';

const SETTINGS = { window: 60, minParticipation: 2, memory: 2 ** 26, maxPairs: 1e9 };

/** Shares at random, in order of account and time, some posts of several objects, times before 1970 among them. */
function layerOf(seed: number): DealtLayer {
  const random = seededRandom(seed);
  const rows: { object: number; account: number; content: number; time: number }[] = [];
  let content = 0;
  for (let account = 0; account < 60; account++) {
    let time = -50_000 + Math.floor(random() * 20_000);
    for (let at = 0; at < 12; at++) {
      time += Math.floor(random() * 90_000);
      const objects = new Set(
        Array.from({ length: 1 + Math.floor(random() * 3) }, () => Math.floor(random() ** 2 * 40)),
      );
      for (const object of objects) rows.push({ object, account, content, time });
      content++;
    }
  }
  const column = (of: (row: (typeof rows)[number]) => number) => Uint32Array.from(rows, of);
  const shares: Shares = {
    count: rows.length,
    object: column((row) => row.object),
    account: column((row) => row.account),
    content: column((row) => row.content),
    time: Float64Array.from(rows, (row) => row.time),
    own: Uint8Array.from(rows, (_, i) => (i % 50 === 0 ? 1 : 0)),
    objects: 40,
    accounts: 60,
    contents: content,
  };
  return { shares, stratum: column((row) => row.account % 3), strata: 3 };
}

/** Each piece done twice, the later ones first: neither may matter. */
function askHere(asked: SpreadPiece[]): (pieces: readonly SpreadPiece[]) => Promise<string[]> {
  return async (pieces) => {
    asked.push(...pieces);
    const doer = new SpreadPieces();
    const first = pieces.map((piece) => doer.do(piece));
    const again = pieces.toReversed().map((piece) => new SpreadPieces().do(piece));
    assert.deepEqual(again.reverse(), first);
    return first;
  };
}

async function counted(counting: Counting, layer: DealtLayer, window: number) {
  const edges: EdgeSums[] = [];
  const pairs = await counting.edges(
    layer.shares,
    { ...SETTINGS, window },
    ({ from, to, weight, deltaMs, objects }) => edges.push({ from, to, weight, deltaMs, objects }),
  );
  return { pairs, edges };
}

test('pairs counted by partitions of objects are the edges counted at once, number by number', async () => {
  for (const [seed, window] of [
    [1, 60],
    [2, 0],
    [3, 0.0015],
    [4, 3600],
  ] as const) {
    const layer = layerOf(seed);
    const wanted = await counted(countingHere, layer, window);
    for (const pairsEach of [1, 50, 1e9]) {
      const asked: SpreadPiece[] = [];
      assert.deepEqual(await counted(countingByPieces(askHere(asked), pairsEach), layer, window), wanted);
      if (pairsEach === 1) assert.ok(asked.length > 10, `${asked.length} pieces`);
      if (pairsEach === 1e9) assert.equal(asked.length, 1);
    }
  }
  assert.ok((await counted(countingHere, layerOf(1), 60)).edges.length > 100);
});

test('null models counted elsewhere deal out the same', async () => {
  const layer = layerOf(5);
  const deals = [...dealsOf('times', 7, seededRandom(1)), ...dealsOf('accounts', 6, seededRandom(2))];
  const asked: SpreadPiece[] = [];
  const wanted = await countingHere.chances(layer, SETTINGS, deals);
  assert.deepEqual(await countingByPieces(askHere(asked)).chances(layer, SETTINGS, deals), wanted);
  assert.equal(wanted.length, 13);
  assert.ok(new Set(wanted.map((levels) => levels.join(' '))).size > 3);
  assert.equal(asked.length, 3);
});

test('a layer is what it was after it was packed, and an empty one too', () => {
  const layer = layerOf(6);
  assert.deepEqual(unpackLayer(packLayer(layer)), layer);
  const none = { ...layer.shares, count: 0, objects: 0, accounts: 0, contents: 0 };
  assert.equal(
    unpackLayer(packLayer({ shares: none, stratum: new Uint32Array(0), strata: 0 })).shares.count,
    0,
  );
});

test('nothing shared is no piece and no edge', async () => {
  const { shares } = layerOf(7);
  const asked: SpreadPiece[] = [];
  const counting = countingByPieces(askHere(asked));
  const pairs = await counting.edges({ ...shares, count: 0 }, SETTINGS, () => assert.fail('an edge'));
  assert.equal(pairs, 0);
  assert.deepEqual(asked, []);
});
