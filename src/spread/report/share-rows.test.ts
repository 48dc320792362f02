import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import { TextStore } from '../../spill/text-store.ts';
import { rowsByAccount } from './evidence.ts';
import { NameList } from './name-list.ts';
import { ShareRows } from './share-rows.ts';

const texts = new TextStore(Scratch.inMemory());
const named = (...names: readonly string[]) => {
  const list = new NameList(texts);
  for (const name of names) list.add(name);
  return list;
};

const OBJECTS = ['text', 'text, nearly', 'everywhere', 'link'];
const rows = new ShareRows(named(...OBJECTS), Uint32Array.of(0, 0, 2, 3));
// Sorted by account and time, as the query gives them; `b` shares nothing but what everyone shares.
for (const [who, object, content, time] of [
  ['a', 'everywhere', '1', 1],
  ['a', 'link', '1', 1],
  ['a', 'text, nearly', '2', 2],
  ['a', 'text', '3', 3],
  ['b', 'everywhere', '4', 1],
  ['c', 'everywhere', '5', 1],
  ['c', 'link', '6', 5],
] as const)
  rows.add({ who, object: OBJECTS.indexOf(object), own: false, content, time, stratum: '0 fr' });
const layer = rows.shares('link', 2);

test('the first share of an account and object stays, also of texts taken for one', () => {
  const { shares, objectNames, contentNames } = layer;
  const found = Array.from(shares.object, (object, row) => [
    objectNames.at(object),
    contentNames.at(shares.content[row] ?? -1),
    shares.time[row],
  ]);
  assert.deepEqual(found, [
    ['link', '1', 1],
    ['text', '2', 2],
    ['link', '6', 5],
  ]);
});

test('an object that too many share is left out and named', () => {
  assert.deepEqual(layer.hot, [{ object: 'everywhere', accounts: 3 }]);
});

test('accounts keep their own rows when another has none left', () => {
  const of = rowsByAccount(layer);
  assert.deepEqual(
    [0, 1, 2, 3].map((id) => layer.accountNames.at(id)),
    ['a', 'b', 'c', ''],
  );
  assert.deepEqual([[...of(0)], [...of(1)], [...of(2)]], [[0, 1], [], [2]]);
  assert.equal(of(-1).length, 0);
});

test('many shares are kept', () => {
  const many = new ShareRows(named(...Array.from({ length: 10 }, (_, at) => `o${at}`)), null);
  for (let i = 0; i < 10_000; i++)
    many.add({ who: `a${i}`, object: i % 10, own: false, content: `${i}`, time: i, stratum: '' });
  const { shares } = many.shares('text', 20_000);
  assert.deepEqual(
    [shares.count, shares.objects, shares.time[9_999], shares.object[9_999]],
    [10_000, 10, 9_999, 9],
  );
});
