import { fail } from '../binary/fail.ts';
import { u8, u16, u32, u64 } from '../binary/little-endian.ts';
import type { Windows } from '../binary/windows.ts';
import type { Layout } from './layout.ts';

/** The two B-trees of a PST: where blocks lie, and which blocks a node is made of (MS-PST 2.2.2.7.7). */
export const BLOCK_TREE = 0x80;

/** Type of the pages of the node tree (MS-PST 2.2.2.7.1). */
export const NODE_TREE = 0x81;

/** A tree of 20 children a page is four levels deep at 50 GB. Attack: a chain of pages without end. */
const DEEPEST = 12;

/** One page of a tree: entries of one size, in order of their keys (MS-PST 2.2.2.7.7.1). */
export interface TreePage {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly entryBytes: number;
  readonly level: number;
}

/** A tree of blocks or nodes and where it begins. */
export interface Tree {
  readonly file: Windows;
  readonly layout: Layout;
  readonly type: typeof BLOCK_TREE | typeof NODE_TREE;
  readonly root: number;
}

/** The leaf entry with exactly this key, or null. Each step must lead one level down: no cycle can hold it. */
export function findEntry(
  tree: Tree,
  key: number,
): { readonly page: Uint8Array; readonly at: number } | null {
  let page = readPage(tree, tree.root, null);
  for (;;) {
    const index = lastNotAbove(tree, page, key);
    if (index < 0) return null;
    const at = index * page.entryBytes;
    if (page.level === 0) return keyAt(tree, page, index) === key ? { page: page.bytes, at } : null;
    page = readPage(tree, childAt(tree, page.bytes, at), page.level - 1);
  }
}

/**
 * Every leaf page from left to right. A broken page is told to `broken` and passed over. A tree cannot
 * have more pages than the file: that bounds a hostile one whose pages are all the same page.
 */
export function* leafPages(tree: Tree, broken: (error: unknown) => void): Generator<TreePage> {
  let budget = Math.ceil(tree.file.size / tree.layout.page) + 1;
  const pending: { offset: number; level: number | null }[] = [{ offset: tree.root, level: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (budget-- <= 0) {
      broken(new Error('the tree refers to its pages more than once'));
      return;
    }
    let page: TreePage;
    try {
      page = readPage(tree, next.offset, next.level);
    } catch (error) {
      broken(error);
      continue;
    }
    if (page.level === 0) yield page;
    else
      for (let index = page.count - 1; index >= 0; index--)
        pending.push({ offset: childAt(tree, page.bytes, index * page.entryBytes), level: page.level - 1 });
  }
}

/** The key of an entry: a block id without its reserved lowest bit, or a node id. */
export function keyAt(tree: Tree, page: TreePage, index: number): number {
  const at = index * page.entryBytes;
  if (tree.type === NODE_TREE) return u32(page.bytes, at);
  const id = tree.layout.word === 8 ? u64(page.bytes, at) : u32(page.bytes, at);
  return id - (id % 2);
}

function readPage(tree: Tree, offset: number, expectedLevel: number | null): TreePage {
  const { layout, type } = tree;
  const bytes = tree.file.view(offset, layout.page);
  if (u8(bytes, layout.pageTypeAt) !== type)
    fail('malformed', `The page at ${offset} is not of the tree that refers to it.`);
  const at = layout.pageCountAt;
  const wide = layout.variant === 'unicode-4k';
  const count = wide ? u16(bytes, at) : u8(bytes, at);
  const entryBytes = u8(bytes, wide ? at + 4 : at + 2);
  const level = u8(bytes, wide ? at + 5 : at + 3);
  if (level > DEEPEST || (expectedLevel !== null && level !== expectedLevel)) {
    fail('malformed', `The page at ${offset} is at the wrong level of its tree.`);
  }
  if (entryBytes < leastEntryBytes(tree, level) || count * entryBytes > at) {
    fail('malformed', `The page at ${offset} holds more entries than fit.`);
  }
  return { bytes, count, entryBytes, level };
}

function leastEntryBytes(tree: Tree, level: number): number {
  if (level > 0) return 3 * tree.layout.word;
  return tree.type === NODE_TREE ? 3 * tree.layout.word + 4 : 2 * tree.layout.word + 4;
}

function childAt(tree: Tree, page: Uint8Array, at: number): number {
  return tree.layout.word === 8 ? u64(page, at + 16) : u32(page, at + 8);
}

/** Index of the last entry whose key is not above `key`, or -1. */
function lastNotAbove(tree: Tree, page: TreePage, key: number): number {
  let low = 0;
  let high = page.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyAt(tree, page, middle) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
