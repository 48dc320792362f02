import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem } from '../../case/index.ts';
import { chunksOf } from './chunks.ts';
import { piecesOf } from './pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-pieces-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('no message is parted from what it carries, also where other paths lie between them', () => {
  const store = createCase(join(folder, 'a.tamis'), { now: () => new Date(0) });
  const records = [
    makeMessage({ path: 'd/1' }),
    makeMessage({ path: 'd/1 a' }),
    makeMessage({ path: 'd/1-b' }),
    makeRecord({ path: 'd/1/x.zip', parent: 'd/1', kind: 'archive' }),
    makeRecord({ path: 'd/1/x.zip/y.pdf', parent: 'd/1/x.zip', kind: 'document' }),
    makeMessage({ path: 'd/2' }),
    makeRecord({ path: 'd/2/z.pdf', parent: 'd/2', kind: 'document' }),
    makeMessage({ path: 'd/3' }),
  ];
  store.addItems(records.map((record) => prepareItem('leak', record)));
  const pieces = piecesOf(store, 'leak', 1);
  assert.deepEqual(
    pieces.map(({ range }) => range.from),
    ['', 'd/1', 'd/2', 'd/3'],
  );
  assert.deepEqual(
    pieces.map(({ range }) => range.before),
    ['d/1', 'd/2', 'd/3', null],
  );
  assert.equal(piecesOf(store, 'reference', 1).length, 1);
  store.close();
});

test('chunks hold what is asked for, or one that is larger', () => {
  assert.deepEqual(
    chunksOf([1, 1, 5, 1, 1, 1], 3, (size) => size),
    [
      [1, 1, 5],
      [1, 1, 1],
    ],
  );
  assert.deepEqual(
    chunksOf([], 3, () => 1),
    [],
  );
});
