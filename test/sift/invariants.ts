import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CaseStore, StoredItem } from '../../src/case/store.ts';
import { walk } from '../../src/source/index.ts';

/** What must hold of any case, whatever was in the dump: nothing is lost in silence, and no reader broke. */
export function assertNothingLost(store: CaseStore, dump: string): void {
  assertNoReaderBroke(store);
  const items = [...store.search('', {})]
    .map(({ row }) => store.itemByRow(row))
    .filter((item) => item !== null);
  assertEveryFile(items, dump);
  assertSums(items);
}

function assertNoReaderBroke(store: CaseStore): void {
  const died = [...store.custody()].filter(({ action }) => action === 'worker-died');
  assert.deepEqual(died, []);
  const broken = [...store.failures()]
    .filter(({ failure }) => failure?.code === 'crashed' || failure?.code === 'timeout')
    .map(({ path, failure }) => `${path}: ${failure?.detail}`);
  assert.deepEqual(broken, []);
}

/** Every entry of the dump is one item, under its own hash. */
function assertEveryFile(items: readonly StoredItem[], dump: string): void {
  const byPath = new Map(items.map((item) => [item.path, item]));
  const root = basename(dump);
  for (const entry of walk(dump)) {
    const path = lstatSync(dump).isDirectory() ? `${root}/${entry.name}` : root;
    const item = byPath.get(path);
    assert.ok(item, `${path} has no item`);
    if (entry.type !== 'file') continue;
    assert.equal(item.size > 0 || entry.size === 0, true, path);
    // Of a mail file the hash may be that of the message in it (emlx).
    if (item.size !== entry.size) continue;
    assert.equal(item.sha256, hashOf(entry.path), path);
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** expected = emitted + failed + skipped, one item each; and what carries an item is an item itself. */
function assertSums(items: readonly StoredItem[]): void {
  const carried = new Map<string, number>();
  const paths = new Set(items.map(({ path }) => path));
  for (const { path, parent } of items) {
    if (parent === null) continue;
    assert.ok(paths.has(parent), `${path} is carried by nothing`);
    carried.set(parent, (carried.get(parent) ?? 0) + 1);
  }
  for (const { path, children, status, failure, sha256, size } of items) {
    assert.equal(status === 'partial' || status === 'failed', failure !== null, `${path}: ${status}`);
    assert.ok(sha256 !== '' || size === 0 || failure !== null, `${path} has no hash`);
    if (children === null) continue;
    const { expected, emitted, failed, skipped } = children;
    assert.equal(emitted + failed + skipped, expected, `${path}: ${JSON.stringify(children)}`);
    assert.equal(carried.get(path) ?? 0, expected, `items carried by ${path}`);
  }
}

/** The corpus of real material, when it is there. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
export const NO_CORPUS = 'corpus not present: ../shared/corpus';
