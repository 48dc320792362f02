import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SketchRow } from '../case/store.ts';
import { judgeCarried, type VouchedWords } from '../judge/carried.ts';
import { Scratch } from '../spill/scratch.ts';
import { sameWordsInOrder, vouchedWords } from './same-words.ts';
import { TextTable } from './text-table.ts';

const TEXTS = ['Le budget de la tournée', 'Le  budget\r\nde la tournée\r\n', 'Le budget de la fête'];

/** Three files: the first two have one text, the third another under the same hash. Which of them are vouched for? */
function sameWords(vouched: readonly number[]): readonly (VouchedWords | null)[] {
  const scratch = Scratch.inMemory();
  const sketch = new Uint8Array(136).fill(7);
  const rows = TEXTS.map(
    (_, row): SketchRow => ({
      row,
      id: `file${row}`,
      role: 'leak',
      kind: 'document',
      path: `box.mbox/#${row}/a.txt`,
      sha256: `${row}`,
      sketch,
      ocr: false,
    }),
  );
  const texts = TextTable.of({ sketches: () => rows.values() }, scratch);
  const vouchers = Int32Array.from(TEXTS, (_, place) => (vouched.includes(place) ? 70 + place : -1));
  const fileOf = sameWordsInOrder(texts.sketches, () => true, vouchers, scratch);
  const store = { textOf: (row: number) => TEXTS[row] ?? '' };
  return rows.map(({ row }) => {
    const file = fileOf(row);
    const from = `message${file?.voucher}`;
    const told = file === null ? null : { row: texts.row(file.place), id: texts.idOf(file.place), from };
    return vouchedWords(store, row, told);
  });
}

describe('the same words', () => {
  it('are found in the file with other bytes', () => {
    assert.deepEqual(sameWords([0])[1], { id: 'file0', from: 'message70' });
    assert.deepEqual(sameWords([1])[0], { id: 'file1', from: 'message71' });
  });

  it('are no equal hash over other words, and say nothing of what its bytes vouch for', () => {
    const [vouched, , other] = sameWords([0]);
    assert.deepEqual([vouched, other], [null, null]);
    assert.deepEqual(sameWords([]), [null, null, null]);
  });

  it('corroborates what nothing else vouches for, and lifts nothing that is in doubt', () => {
    const sameWords = { id: 'file0', from: 'message0' };
    const judged = (verdict: 'unverified' | 'altered') =>
      judgeCarried({
        carrier: { id: 'm', verdict, wordsOnly: false },
        referenceId: null,
        vouchedBy: null,
        stranger: null,
        sameWords,
        original: null,
      });
    assert.equal(judged('unverified').verdict, 'corroborated');
    assert.equal(judged('unverified').reasons[0]?.code, 'same-words-vouched');
    assert.equal(judged('altered').verdict, 'altered');
  });

  it('leaves what a message carries unverified where only the words of the message are vouched for', () => {
    const carrier = { id: 'm', verdict: 'corroborated', wordsOnly: true } as const;
    const { verdict, reasons } = judgeCarried({
      carrier,
      referenceId: null,
      vouchedBy: null,
      stranger: null,
      sameWords: null,
      original: null,
    });
    assert.equal(verdict, 'unverified');
    assert.equal(reasons[0]?.code, 'inherits-not-covered');
  });
});
