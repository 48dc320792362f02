import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageEvidence } from './evidence.ts';
import { judgeMessage } from './judge.ts';
import { evidence, signature, verdictOf } from './testing/evidence.ts';

describe('judgeMessage, of what a signature leaves open', () => {
  it('is not taken in by a second From or Subject, whatever else verifies', () => {
    for (const weakness of ['extra-from', 'extra-subject', 'extra-date']) {
      assert.equal(verdictOf(signature({ weaknesses: [weakness] }), signature()), 'altered', weakness);
    }
  });

  it('doubts text behind l=', () => {
    assert.equal(verdictOf(signature({ weaknesses: ['length-tag'] })), 'doubtful');
    const listed = evidence({ signatures: [signature({ weaknesses: ['length-tag'] })], list: 'a.example' });
    assert.equal(judgeMessage(listed).verdict, 'unverified');
  });

  it('doubts a text that has not its own hash, where neither list nor export nor a sound signature explains it', () => {
    const unknown = { key: null, header: { type: 'not-checkable', why: 'no-key' } } as const;
    const broken = signature({ ...unknown, body: { type: 'mismatch' } });
    assert.equal(verdictOf(broken), 'doubtful');
    assert.equal(verdictOf(broken, signature({ alignment: 'none' })), 'corroborated');
    assert.equal(judgeMessage(evidence({ signatures: [broken], list: 'a.example' })).verdict, 'unverified');
    assert.equal(judgeMessage(evidence({ signatures: [broken], rebuilt: true })).verdict, 'unverified');
    const damaged = { ...broken, header: { type: 'not-checkable', why: 'missing-tag-b' } } as const;
    assert.equal(verdictOf(damaged), 'unverified');
  });

  it('does not vouch for recipients that are not signed', () => {
    assert.equal(verdictOf(signature({ weaknesses: ['unsigned-to'] })), 'corroborated');
  });

  it('sees without any key what a signature does not cover', () => {
    const unknown = { key: null, header: { type: 'not-checkable', why: 'no-key' } } as const;
    assert.equal(verdictOf(signature({ ...unknown, weaknesses: ['extra-from'] })), 'doubtful');
    assert.equal(verdictOf(signature({ ...unknown, weaknesses: ['length-tag'] })), 'doubtful');
    assert.equal(verdictOf(signature(unknown)), 'unverified');
  });

  it('doubts a victim’s address in the name of somebody else, and lets another address be a weakness', () => {
    const shown = { address: 'anne@party.example', domain: 'elsewhere.example', isProtected: true };
    const judged = (changes: Partial<MessageEvidence>) =>
      judgeMessage(evidence({ signatures: [signature()], ...changes })).verdict;
    assert.equal(judged({ shownAddress: shown }), 'doubtful');
    assert.equal(judged({ shownAddress: { ...shown, isProtected: false } }), 'corroborated');
  });

  it('doubts signed bytes that unsigned fields make read otherwise, with the key and without it', () => {
    const weaknesses = ['unsigned-content-type', 'exchanged-boundary'];
    const open = { header: { type: 'not-checkable', why: 'no-key' }, key: null } as const;
    for (const changes of [{}, open]) {
      const judged = judgeMessage(evidence({ signatures: [signature({ weaknesses, ...changes })] }));
      assert.deepEqual([judged.verdict, judged.reasons[0]?.code], ['doubtful', 'exchanged-content-field']);
    }
  });

  it('concludes nothing from a text whose links a filter exchanged', () => {
    const weaknesses = ['links-rewritten'];
    const changed = signature({ body: { type: 'mismatch' }, weaknesses });
    const judged = judgeMessage(evidence({ signatures: [changed] }));
    assert.deepEqual([judged.verdict, judged.reasons[0]?.code], ['unverified', 'links-rewritten']);
    const open = { header: { type: 'not-checkable', why: 'no-key' }, key: null } as const;
    const unchecked = signature({ ...open, body: { type: 'mismatch' }, weaknesses });
    assert.equal(judgeMessage(evidence({ signatures: [unchecked] })).verdict, 'unverified');
    assert.equal(
      judgeMessage(evidence({ signatures: [signature({ body: { type: 'mismatch' } })] })).verdict,
      'altered',
    );
  });

  it('remarks that what an answer answers is not signed', () => {
    const weaknesses = ['unsigned-in-reply-to'];
    const judged = judgeMessage(evidence({ signatures: [signature({ weaknesses })] }));
    assert.equal(judged.verdict, 'authentic');
    assert.ok(judged.reasons.some(({ code }) => code === 'unsigned-thread'));
  });
});
