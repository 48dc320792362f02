import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf } from './item.ts';

const kind = (...told: readonly (readonly [string, string])[]) => itemOf(new Map(told), 'xar').kind;

test('folders are told by a sign of their own, by attributes of either kind, or by a type', () => {
  assert.equal(kind(['Path', 'a'], ['Folder', '+']), 'directory');
  assert.equal(kind(['Path', 'a'], ['Attributes', 'D drwxr-xr-x']), 'directory');
  assert.equal(kind(['Path', 'a'], ['Mode', 'drwxr-xr-x'], ['Type', 'directory']), 'directory');
  assert.equal(kind(['Path', 'a'], ['Mode', '-rw-r--r--'], ['Type', 'file']), 'file');
  assert.equal(kind(['Path', 'a'], ['Attributes', 'A']), 'file');
});
