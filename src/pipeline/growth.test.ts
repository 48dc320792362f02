import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../model/index.ts';
import { entryGrowth, expansionShare } from './growth.ts';

const NONE = { facts: {} };
const packed = (bytes: number) => ({ facts: { 'packed-bytes': String(bytes) } });

test('stored entries do not grow, compressed ones by their ratio, in every level again', () => {
  assert.equal(entryGrowth(1, 1000, packed(100), 100), 1);
  assert.equal(entryGrowth(1, 1000, packed(100), 5000), 50);
  assert.equal(entryGrowth(50, 5000, packed(100), 500), 250);
  assert.equal(entryGrowth(3, 1000, NONE, 900), 3);
  assert.equal(entryGrowth(1, 1000, NONE, 9000), 9);
});

test('a packed size larger than the container does not make an entry look small', () => {
  assert.equal(entryGrowth(1, 100, packed(1e12), 10_000), 100);
});

test('the shares of what one archive holds add up to no more than its own', () => {
  const size = 10 * 2 ** 20;
  const share = expansionShare(size, 2, DEFAULT_LIMITS);
  const children = Array.from({ length: 16 }, () => {
    const growth = entryGrowth(2, size, packed(size / 16), size);
    return expansionShare(size, growth, DEFAULT_LIMITS);
  });
  assert.ok(children.reduce((sum, each) => sum + each, 0) <= share);
});

test('mail that is compressed twice is far from any bound', () => {
  const growth = entryGrowth(8, 50_000_000, packed(1_000_000), 6_000_000);
  assert.ok(expansionShare(6_000_000, growth, DEFAULT_LIMITS) > 100 * 6_000_000);
});
