import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import { DuplicateFinder, type Duplicates, MessageDigests } from './duplicates.ts';

function found(
  ...messages: readonly (readonly [sha256: string, canonical: string, id?: string])[]
): Duplicates {
  const finder = new DuplicateFinder(Scratch.inMemory());
  for (const piece of [messages.slice(0, 2), messages.slice(2)]) {
    const digests = new MessageDigests();
    for (const [sha256, canonical, messageId = null] of piece) digests.add({ sha256, canonical, messageId });
    finder.take(digests.packed());
  }
  return finder.find();
}

describe('DuplicateFinder', () => {
  it('finds copies by bytes and by canonical form, and keeps every one of them', () => {
    const copies = found(['a', 'x'], ['b', 'x'], ['b', 'x'], ['c', 'y']);
    assert.deepEqual(
      [0, 1, 2, 3].map((message) => copies.firstOf(message)),
      [0, 0, 0, 3],
    );
    assert.deepEqual([...copies.copiesOf(2)], [0, 1, 2]);
    assert.deepEqual([copies.hasCopies(0), copies.hasCopies(3)], [true, false]);
  });

  it('tells hashes apart that begin alike, and bytes from contents', () => {
    const hash = (end: string) => end.padStart(64, '0');
    const alike = found([hash('1'), 'x'], [`${'0'.repeat(31)}1${'0'.repeat(32)}`, 'y'], ['x', 'z']);
    assert.deepEqual(
      [0, 1, 2].map((message) => alike.firstOf(message)),
      [0, 1, 2],
    );
  });

  it('reports one Message-ID on different contents, both ways', () => {
    const versions = found(['a', 'x', 'm@x'], ['b', 'y', 'm@x'], ['c', 'x', 'm@x'], ['d', 'z', 'm@x']);
    assert.deepEqual([...versions.versionsOf(0)], [1, 3]);
    assert.deepEqual([...versions.versionsOf(2)], [1, 3]);
    assert.deepEqual([...versions.versionsOf(1)], [0, 3]);
    assert.equal(versions.hasVersions(2), true);
  });

  it('sees no conflict between messages without Message-ID', () => {
    const versions = found(['a', 'x'], ['b', 'y'], ['c', 'z', '']);
    assert.equal(
      [0, 1, 2].some((message) => versions.hasVersions(message)),
      false,
    );
  });
});
