import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DuplicateInput, findDuplicates } from './duplicates.ts';

function message(
  row: number,
  sha256: string,
  canonical: string,
  messageId: string | null = null,
): DuplicateInput {
  return { row, id: `id${row}`, sha256, canonical, messageId };
}

describe('findDuplicates', () => {
  it('finds copies by bytes and by canonical form, and keeps every one of them', () => {
    const found = findDuplicates([
      message(1, 'a', 'x'),
      message(2, 'b', 'x'),
      message(3, 'b', 'x'),
      message(4, 'c', 'y'),
    ]);
    assert.deepEqual(
      [...found.duplicateOf],
      [
        [2, 'id1'],
        [3, 'id1'],
      ],
    );
    assert.deepEqual(found.copies.get(3), ['id1', 'id2', 'id3']);
    assert.equal(found.copies.has(4), false);
  });

  it('reports one Message-ID on different contents, both ways', () => {
    const found = findDuplicates([
      message(1, 'a', 'x', 'm@x'),
      message(2, 'b', 'y', 'm@x'),
      message(3, 'c', 'x', 'm@x'),
    ]);
    assert.deepEqual(found.conflicts.get(1), ['id2']);
    assert.deepEqual(found.conflicts.get(3), ['id2']);
    assert.deepEqual(found.conflicts.get(2), ['id1']);
  });

  it('sees no conflict between messages without Message-ID', () => {
    assert.equal(findDuplicates([message(1, 'a', 'x'), message(2, 'b', 'y')]).conflicts.size, 0);
  });
});
