import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CarriedEvidence, judgeCarried, type OriginalFinding } from './carried.ts';

const original: OriginalFinding = {
  id: 'original',
  claim: 'none',
  similarity: 0.9,
  saved: '2017-05-01T10:00:00Z',
  differences: [
    { part: 'document', changes: [{ type: 'added', text: '5000', after: 'We pay' }], onlyAdded: false },
  ],
};

function judged(claim: OriginalFinding['claim'], evidence: Partial<CarriedEvidence> = {}) {
  const { verdict, reasons } = judgeCarried({
    carrier: null,
    referenceId: null,
    vouchedBy: null,
    stranger: null,
    sameWords: null,
    original: { ...original, claim },
    ...evidence,
  });
  return [verdict, ...reasons.map(({ code }) => code)];
}

describe('judgeCarried with a document that is nearly known', () => {
  it('remarks on versions, and decides only on claims', () => {
    assert.deepEqual(judged('none'), ['unverified', 'near-copy', 'standalone-document']);
    assert.deepEqual(judged('same-save'), ['altered', 'document-altered', 'standalone-document']);
    assert.deepEqual(judged('same-message').slice(0, 2), ['altered', 'document-altered']);
    assert.deepEqual(judged('saved-after-leak').slice(0, 2), ['doubtful', 'document-changed-later']);
  });

  it('says nothing against what an authentic message carries or the archive holds', () => {
    const carrier = { id: 'm', verdict: 'authentic', wordsOnly: false, original: null } as const;
    assert.deepEqual(judged('same-save', { carrier }), ['authentic', 'inherits']);
    const sameWords = { id: 'twin', from: 'm' };
    assert.deepEqual(judged('same-save', { sameWords }), ['corroborated', 'same-words-vouched']);
    assert.deepEqual(judged('same-save', { referenceId: 'r' }), ['authentic', 'reference-identical-bytes']);
  });

  it('tells that a stranger sent the same file, and lets nothing follow', () => {
    const codes = ['unverified', 'same-bytes-stranger', 'standalone-document'];
    assert.deepEqual(judged('none', { stranger: 'm', original: null }), codes);
  });
});
