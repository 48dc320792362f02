import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseStore, StoredItem } from '../case/store.ts';
import { SortedSketches } from '../examine/near-duplicates/components.ts';
import { readSketch, sketchOf } from '../examine/near-duplicates/sketch.ts';
import { hashWords } from '../parse/text/word-hashes.ts';
import { Scratch } from '../spill/scratch.ts';
import { NearOriginals } from './near-originals.ts';
import { ASKED, CARRIED, candidatesInOrder, VOUCHED } from './original-candidates.ts';

const TEXT = Array.from({ length: 60 }, (_, i) => `Line ${i} of the budget comes to ${i * 37} euros.`).join(
  ' ',
);
const CREATED = '2017-03-01T10:00:00Z';

interface Made {
  readonly text: string;
  readonly modified: string;
  readonly name?: string;
}

/** What each document after the first is found to be nearly equal to, the first being an original. */
function found(made: readonly Made[], originals: 'vouched' | 'carried') {
  const items = made.map(
    ({ text, modified, name = 'budget.docx' }, row) =>
      ({
        row,
        id: `item${row}`,
        name,
        text,
        metadata: [
          { field: 'created', value: CREATED, where: '' },
          { field: 'modified', value: modified, where: '' },
        ],
      }) as unknown as StoredItem,
  );
  const store = { itemByRow: (row: number) => items[row] ?? null } as unknown as CaseStore;
  const scratch = Scratch.inMemory();
  const sketches = new SortedSketches(scratch);
  for (const { text } of items)
    sketches.add(readSketch(sketchOf(hashWords(text, false)) ?? new Uint8Array()));
  const mark = originals === 'vouched' ? VOUCHED : CARRIED;
  const marks = Uint8Array.from(items, (_, place) => (place === 0 ? mark : ASKED));
  const candidatesOf = candidatesInOrder(sketches, marks, scratch);
  const near = new NearOriginals(store, '2017-04-20T10:00:00Z');
  return items.slice(1).map(({ row }) => near.about({ row }, candidatesOf(row))?.claim ?? null);
}

const original: Made = { text: TEXT, modified: '2017-03-02T10:00:00Z' };
const edited = TEXT.replace('370 euros', '9370 euros');

describe('NearOriginals', () => {
  it('holds a document saved after the leak against one that any message carries, and an earlier one not', () => {
    const late: Made = { text: edited, modified: '2017-05-02T10:00:00Z' };
    assert.deepEqual(found([original, late], 'carried'), ['saved-after-leak']);
    assert.deepEqual(found([original, late], 'vouched'), ['saved-after-leak']);
    assert.deepEqual(found([original, { ...late, modified: '2017-03-09T10:00:00Z' }], 'carried'), [null]);
    assert.deepEqual(found([original, { ...late, name: 'other.docx' }], 'carried'), [null]);
    assert.deepEqual(found([original, { ...late, text: TEXT }], 'carried'), [null], 'the very words');
  });

  it('believes in one save of two texts only where the original is vouched for', () => {
    const same: Made = { text: edited, modified: original.modified };
    assert.deepEqual(found([original, same], 'vouched'), ['same-save']);
    assert.deepEqual(found([original, same], 'carried'), [null]);
    assert.deepEqual(found([original, { ...same, modified: '2017-03-09T10:00:00Z' }], 'vouched'), ['none']);
  });
});
