import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseStore, SketchRow } from '../case/store.ts';
import { judgeCarried } from '../judge/carried.ts';
import { SameWords } from './same-words.ts';
import { sketchesInPathOrder } from './sketches.ts';

const TEXTS = ['Le budget de la tournée', 'Le  budget\r\nde la tournée\r\n', 'Le budget de la fête'];

/** Three files: the first two have one text, the third another under the same hash. */
function storeOf(texts: readonly string[]): CaseStore {
  const sketch = new Uint8Array(136).fill(7);
  const rows = texts.map(
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
  return { sketches: () => rows.values(), textOf: (row: number) => texts[row] ?? '' } as unknown as CaseStore;
}

function sameWords(texts: readonly string[], vouchers: Parameters<typeof SameWords.of>[2]): SameWords {
  const store = storeOf(texts);
  return SameWords.of(store, sketchesInPathOrder(store), vouchers);
}

describe('SameWords', () => {
  const vouchers = new Map([['0', { id: 'message0', verdict: 'authentic' as const }]]);

  it('finds the file with other bytes and the same words', () => {
    const found = sameWords(TEXTS, vouchers);
    assert.deepEqual(found.about(1), { id: 'file0', from: 'message0' });
  });

  it('is not taken in by an equal hash over other words, and does not speak of what its bytes vouch for', () => {
    const found = sameWords(TEXTS, vouchers);
    assert.equal(found.about(2), null);
    assert.equal(found.about(0), null);
    assert.equal(sameWords(TEXTS, new Map()).about(1), null);
  });

  it('corroborates what nothing else vouches for, and lifts nothing that is in doubt', () => {
    const sameWords = { id: 'file0', from: 'message0' };
    const judged = (verdict: 'unverified' | 'altered') =>
      judgeCarried({
        carrier: { id: 'm', verdict, wordsOnly: false },
        referenceId: null,
        vouchedBy: null,
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
      sameWords: null,
      original: null,
    });
    assert.equal(verdict, 'unverified');
    assert.equal(reasons[0]?.code, 'inherits-not-covered');
  });
});
