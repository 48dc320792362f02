import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf } from './item.ts';

const kind = (...told: readonly (readonly [string, string])[]) => itemsOf([new Map(told)], 'Xar')[0]?.kind;

test('folders are told by a sign of their own, by attributes of either kind, or by a type', () => {
  assert.equal(kind(['Path', 'a'], ['Folder', '+']), 'directory');
  assert.equal(kind(['Path', 'a'], ['Attributes', 'D drwxr-xr-x']), 'directory');
  assert.equal(kind(['Path', 'a'], ['Mode', 'drwxr-xr-x'], ['Type', 'directory']), 'directory');
  assert.equal(kind(['Path', 'a'], ['Mode', '-rw-r--r--'], ['Type', 'file']), 'file');
  assert.equal(kind(['Path', 'a'], ['Attributes', 'A']), 'file');
});

test('files of a cpio that share their data are links to the first of them', () => {
  const listed = (path: string, stream: string) =>
    new Map([
      ['Path', path],
      ['Stream ID', stream],
    ]);
  const items = itemsOf([listed('a', '0'), listed('b', '3'), listed('c', '3'), listed('d', '4')], 'Cpio');
  assert.deepEqual(
    items.map(({ kind, target }) => [kind, target]),
    [
      ['file', ''],
      ['file', ''],
      ['hardlink', 'b'],
      ['file', ''],
    ],
  );
});

test('times are UTC where the format keeps them so, and of an unknown zone elsewhere', () => {
  const listed = [
    new Map([
      ['Path', 'a'],
      ['Modified', '2017-05-05 18:30:00'],
    ]),
  ];
  for (const type of ['7z', 'rar5', 'Ar', 'Cpio', 'Xar'])
    assert.equal(itemsOf(listed, type)[0]?.facts.modified, '2017-05-05T18:30:00Z', type);
  assert.equal(itemsOf(listed, 'Cab')[0]?.facts['modified-local'], '2017-05-05T18:30:00');
});
