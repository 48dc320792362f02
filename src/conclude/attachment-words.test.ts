import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseStore } from '../case/store.ts';
import type { Difference } from '../judge/evidence.ts';
import { withAttachmentWords } from './attachment-words.ts';

interface File {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

/** Two messages, rows 1 and 2, with their files in rows from 10 and 20. */
function storeOf(before: readonly File[], after: readonly File[]) {
  const files = new Map(
    [before, after].flatMap((list, i) => list.map((file, j) => [10 * (i + 1) + j, file])),
  );
  return {
    itemByRow: (row: number) => ({ path: `m/${row}`, role: 'leak' }),
    childrenOf: (path: string) => {
      const from = 10 * Number(path.slice(2));
      return [...files].flatMap(([row, file]) => (row >= from && row < from + 10 ? [{ row, ...file }] : []));
    },
    textOf: (row: number) => files.get(row)?.text ?? '',
  } as unknown as CaseStore;
}

const HASHES: Difference = {
  part: 'attachments',
  changes: [{ type: 'added', text: 'bb', after: '' }],
  onlyAdded: false,
};
const OLD = { name: 'offer.txt', sha256: 'aa', text: 'The price is 2,389 euros.' };
const NEW = { name: 'offer.txt', sha256: 'bb', text: 'The price is 62,389 euros.' };

const wordsOf = (before: readonly File[], after: readonly File[], differences = [HASHES]) =>
  withAttachmentWords(storeOf(before, after), differences, { row: 1 }, { row: 2 }).flatMap(
    ({ part, changes }) => (part === 'document' ? changes.map(({ text }) => text) : []),
  );

describe('withAttachmentWords', () => {
  it('tells in which words an exchanged file differs', () => {
    assert.deepEqual(wordsOf([OLD], [NEW]), ['2,389', '62,389']);
  });

  it('pairs files by name, and the one that is left with the one that is left', () => {
    const map = { name: 'map.txt', sha256: 'cc', text: 'Hall seven.' };
    assert.deepEqual(wordsOf([map, OLD], [NEW, { ...map, sha256: 'dd', text: 'Hall eight.' }]), [
      'seven.',
      'eight.',
      '2,389',
      '62,389',
    ]);
    assert.deepEqual(wordsOf([map, OLD], [map, { ...NEW, name: 'renamed.txt' }]), ['2,389', '62,389']);
  });

  it('does not guess which of several renamed files is which', () => {
    const map = { name: 'map.txt', sha256: 'cc', text: 'Hall seven.' };
    const after = [
      { ...NEW, name: 'a.txt' },
      { ...map, name: 'b.txt', sha256: 'dd', text: 'Hall eight.' },
    ];
    assert.deepEqual(wordsOf([OLD, map], after), []);
  });

  it('says nothing of files without text, nor where no file differs', () => {
    assert.deepEqual(wordsOf([{ ...OLD, text: '' }], [NEW]), []);
    assert.deepEqual(wordsOf([OLD], [NEW], []), []);
  });
});
