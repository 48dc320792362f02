import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectCoordination, TooManyPairs } from './detect.ts';
import { Interner } from './interner.ts';
import { ShareColumns } from './share-columns.ts';
import type { NamedShares } from './shares.ts';

interface Share {
  readonly object: string;
  readonly account: string;
  readonly content: string;
  readonly time: number;
}

function columns(rows: readonly Share[]): NamedShares {
  const [objects, accounts, contents] = [new Interner(), new Interner(), new Interner()];
  const encoder = new TextEncoder();
  const id = (names: Interner, name: string): number => {
    const bytes = encoder.encode(name);
    return names.id(bytes, 0, bytes.length);
  };
  const shares = new ShareColumns();
  for (const row of rows)
    shares.add(
      id(objects, row.object),
      id(accounts, row.account),
      id(contents, row.content),
      row.time * 1000,
      row.object === row.content ? 1 : 0,
    );
  return shares.shares(objects, accounts, contents.size);
}

/** Every pair of rows compared with every other, written from the definitions and nothing else. */
function bruteForce(rows: readonly Share[], window: number, min: number): string[] {
  const perAccount = (some: readonly Share[]) => Map.groupBy(some, (row) => row.account);
  const active = [...perAccount(rows).values()].filter((own) => own.length >= min).flat();
  let pairs: [Share, Share][] = [];
  active.forEach((a, i) => {
    for (const b of active.slice(i + 1)) {
      if (a.object !== b.object || Math.abs(a.time - b.time) > window) continue;
      if (a.account === b.account || a.content === b.content) continue;
      if (a.content === a.object || b.content === b.object) continue;
      pairs.push(a.time > b.time ? [b, a] : [a, b]);
    }
  });
  const paired = new Set(pairs.flat().map((row) => row.content));
  const still = [...perAccount(active.filter((row) => paired.has(row.content))).values()];
  const counting = new Set(
    still.filter((own) => own.length >= min).flatMap((own) => own.map((row) => row.content)),
  );
  pairs = pairs.filter(([a, b]) => counting.has(a.content) || counting.has(b.content));
  const edges = Map.groupBy(pairs, ([a, b]) => [a.account, b.account].sort().join(' '));
  return [...edges]
    .map(([ends, own]) => {
      const distinct = (of: (pair: [Share, Share]) => string): number => new Set(own.map(of)).size;
      const [from] = ends.split(' ');
      const by = (pair: [Share, Share], mine: boolean): string =>
        pair.find((row) => (row.account === from) === mine)?.content ?? '';
      const delta = own.reduce((sum, [a, b]) => sum + b.time - a.time, 0);
      return [
        ends,
        own.length,
        delta,
        distinct(([a]) => a.content),
        distinct(([, b]) => b.content),
        distinct((pair) => by(pair, true)),
        distinct((pair) => by(pair, false)),
        distinct(([a]) => a.object),
      ].join(' ');
    })
    .sort();
}

function detected(
  rows: readonly Share[],
  window: number,
  minParticipation: number,
  pairMemory: number,
): string[] {
  const shares = columns(rows);
  const ranks = shares.accountNames.ranks();
  const names: string[] = [];
  ranks.forEach((rank, id) => {
    names[rank] = shares.accountNames.name(id);
  });
  const found: string[] = [];
  detectCoordination(shares, ranks, {
    window,
    minParticipation,
    pairMemory: () => pairMemory,
    maxPairs: 1e9,
    byAccount: true,
  }).forEachEdge((edge) => {
    found.push(
      [
        `${names[edge.from]} ${names[edge.to]}`,
        edge.weight,
        edge.deltaMs / 1000,
        edge.older,
        edge.newer,
        edge.contentFrom,
        edge.contentTo,
        edge.objects,
      ].join(' '),
    );
  });
  return found.sort();
}

/** A generator of numbers below n, the same for the same seed (Lehmer, MINSTD). */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
}

test('the same edges as comparing every share with every other, in one portion and in many', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const below = numbers(seed);
    const rows = Array.from({ length: 120 }, (_, i): Share => {
      const object = `o${below(1 + (seed % 9))}`;
      // Posts that come back in several rows, posts that are the object, ties in time.
      const content = below(12) === 0 ? object : below(8) === 0 ? `c${below(i + 1)}` : `c${i}`;
      return { object, account: `a${below(5 + seed)}`, content, time: below(40 * (1 + (seed % 5))) };
    });
    for (const min of [0, 1, 2, 3]) {
      const window = seed % 12;
      const expected = bruteForce(grouped(rows), window, min);
      assert.deepEqual(detected(rows, window, min, 2 ** 30), expected, `seed ${seed}`);
      assert.deepEqual(detected(rows, window, min, 40), expected, `seed ${seed}, portions`);
    }
  }
});

/** Rows grouped by account, as the reference implementation does: it decides which of two at one time is older. */
function grouped(rows: readonly Share[]): Share[] {
  return [...Map.groupBy(rows, (row) => row.account).values()].flat();
}

test('edges come in order of from and to', () => {
  const rows = ['b', 'c', 'a', 'd'].map(
    (account, i): Share => ({ object: 'o', account, content: `c${i}`, time: i }),
  );
  const shares = columns(rows);
  const order: string[] = [];
  const options = { window: 10, minParticipation: 1, pairMemory: () => 1, maxPairs: 100 };
  detectCoordination(shares, shares.accountNames.ranks(), options).forEachEdge((edge) => {
    order.push(`${edge.from}${edge.to}`);
  });
  assert.deepEqual(order, ['01', '02', '03', '12', '13', '23']);
});

test('more pairs than allowed are refused beforehand, naming the object', () => {
  const rows = Array.from(
    { length: 2000 },
    (_, i): Share => ({
      object: i < 10 ? 'quiet' : 'hot',
      account: `a${i % 500}`,
      content: `c${i}`,
      time: i % 7,
    }),
  );
  const shares = columns(rows);
  const options = { window: 10, minParticipation: 2, pairMemory: () => 1e6, maxPairs: 1e6 };
  assert.throws(
    () => detectCoordination(shares, shares.accountNames.ranks(), options),
    (error) => error instanceof TooManyPairs && shares.objectNames.name(error.object) === 'hot',
  );
});
