import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockList } from '../guard/block-list.ts';
import { makePersonas } from './make-personas.ts';

test('a mailbox of thousands of people finds names for all, short addresses or not, and no two alike', () => {
  const profiles = [{ nameLength: 8, localLength: 3, domain: '', house: 0 }];
  const wish = {
    seed: '00'.repeat(32),
    count: 3_000,
    languages: ['en'],
    domains: ['house.example'],
    profiles,
  } as const;
  const personas = makePersonas(wish, blockList([], []), ['house.example']);
  const names = new Set(personas.map(({ given, family }) => `${given} ${family}`));
  const addresses = new Set(personas.map(({ address }) => address));
  assert.deepEqual([personas.length, names.size, addresses.size], [3_000, 3_000, 3_000]);
  assert.doesNotMatch(personas[0]?.family ?? '-', /-/u);
});
