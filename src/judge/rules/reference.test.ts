import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence, ReferenceFinding } from '../evidence.ts';
import { judgeMessage } from '../judge.ts';

const SIGNED = {
  kind: 'dkim',
  domain: 'party.example',
  selector: 's1',
  header: { type: 'good' },
  body: { type: 'match' },
  alignment: 'strict',
  covered: [],
  uncovered: [],
  undone: null,
  key: { trust: 'dns', bits: 2048 },
  weaknesses: [],
} as unknown as SignatureResult;
const BROKEN: SignatureResult = { ...SIGNED, body: { type: 'mismatch' } };

function judged(reference: ReferenceFinding, signature: SignatureResult) {
  const { verdict, reasons } = judgeMessage({
    ...{ rebuilt: false, attachments: 0, list: null, lookalike: null, shownAddress: null, clockGap: null },
    ...{ strangers: [], added: [null], keysInUse: [null], computedOfMany: [false], twoKeys: [], copies: [] },
    ...{ addedToReference: null, sameIdOtherContent: [], sibling: null, corroboration: null, habits: null },
    signatures: [signature],
    reference,
  } satisfies MessageEvidence);
  return { verdict, codes: reasons.map(({ code }) => code) };
}

const differs = {
  type: 'differs',
  id: 'r',
  differences: [{ part: 'body', changes: [{ type: 'added', text: 'never', after: 'we' }], onlyAdded: false }],
} as const;

describe('the archive against a signature', () => {
  it('takes no archive’s word alone for what its sender’s signature says was otherwise', () => {
    const identical = { type: 'identical', by: 'bytes', id: 'r' } as const;
    assert.equal(judged(identical, SIGNED).verdict, 'authentic');
    const planted = judged(identical, BROKEN);
    assert.equal(planted.verdict, 'corroborated');
    assert.ok(planted.codes.includes('header-good-body-changed'));
  });

  it('does not call altered what is as it was signed, where the archive’s own copy is not', () => {
    const edited = judged({ ...differs, isChangedThere: true }, SIGNED);
    assert.equal(edited.verdict, 'authentic');
    assert.ok(edited.codes.includes('archive-copy-changed'));
    assert.equal(judged(differs, SIGNED).verdict, 'altered', 'a key can be stolen');
    assert.equal(judged({ ...differs, isChangedThere: true }, BROKEN).verdict, 'altered');
  });

  it('vouches for no other names than it has, and for neither of two messages of one Message-ID', () => {
    const { differences } = differs;
    const unsigned: SignatureResult = { ...SIGNED, kind: 'arc-seal' };
    const named = { type: 'identical', by: 'words', id: 'r', names: differences } as const;
    const twice = { type: 'identical', by: 'bytes', id: 'r', alsoThere: { id: 'q', differences } } as const;
    assert.equal(judged(named, unsigned).verdict, 'corroborated');
    assert.ok(judged(named, unsigned).codes.includes('reference-other-names'));
    assert.equal(judged(twice, unsigned).verdict, 'corroborated');
    assert.ok(judged(twice, unsigned).codes.includes('reference-has-two'));
    // Who signed it vouches for its names, and for which of the two it is.
    assert.equal(judged(named, SIGNED).verdict, 'authentic');
    assert.equal(judged(twice, BROKEN).verdict, 'altered');
  });
});
