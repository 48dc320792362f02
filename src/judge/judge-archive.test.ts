import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeMessage, vouchByCopy } from './judge.ts';
import { evidence, signature } from './testing/evidence.ts';

describe('judgeMessage, with the victim’s archive and other copies', () => {
  it('does not take the archive’s word alone for what its sender’s server would have signed', () => {
    const unsigned = { signed: 40, unsigned: 0 };
    const none = { breaks: [], lag: null, untraced: null, otherSelector: null, namesake: null, hop: null };
    const planted = { type: 'identical', by: 'bytes', id: 'a', isUnsignedThere: true } as const;
    const habits = { ...none, unsigned };
    assert.equal(judgeMessage(evidence({ reference: planted, habits })).verdict, 'corroborated');
    const kept = { type: 'identical', by: 'words', id: 'a' } as const;
    assert.equal(judgeMessage(evidence({ reference: kept, habits })).verdict, 'authentic', 'signed there');
    assert.equal(judgeMessage(evidence({ reference: planted })).verdict, 'authentic');
  });

  it('believes the victim’s archive before any signature', () => {
    const differences = [{ part: 'body', changes: [], onlyAdded: false }] as const;
    const differs = evidence({
      signatures: [signature()],
      reference: { type: 'differs', id: 'a', differences },
    });
    assert.equal(judgeMessage(differs).verdict, 'altered');
    const identical = evidence({ reference: { type: 'identical', by: 'bytes', id: 'a' } });
    assert.equal(judgeMessage(identical).verdict, 'authentic');
    assert.equal(judgeMessage(evidence({ reference: { type: 'absent' } })).verdict, 'unverified');
  });

  it('lets the archive show that only a notice or a tag was put in on the way', () => {
    const put = (part: 'body' | 'subject', text: string) =>
      ({ part, onlyAdded: part === 'body', changes: [{ type: 'added', text, after: '' }] }) as const;
    const judge = (...differences: ReturnType<typeof put>[]) =>
      judgeMessage(
        evidence({
          signatures: [signature({ body: { type: 'mismatch' } })],
          reference: { type: 'differs', id: 'a', differences },
        }),
      ).verdict;
    assert.equal(
      judge(put('body', 'CAUTION: this mail comes from outside the organisation.')),
      'corroborated',
    );
    assert.equal(judge(put('subject', '[EXT]'), put('body', 'Expéditeur externe, prudence')), 'corroborated');
    assert.equal(judge(put('body', 'Also, the candidate has a bank account in Panama.')), 'altered');
    assert.equal(judge(put('subject', 'Urgent:')), 'altered');
  });

  it('lets an authentic copy vouch for the same words elsewhere, but not against the archive', () => {
    const copies = [{ id: 'c', verdict: 'authentic' }] as const;
    const unsigned = judgeMessage(evidence());
    assert.equal(vouchByCopy(unsigned, copies).verdict, 'corroborated');
    assert.equal(vouchByCopy(unsigned, [{ id: 'c', verdict: 'corroborated' }]), unsigned);
    const second = judgeMessage(evidence({ signatures: [signature({ weaknesses: ['extra-from'] })] }));
    assert.equal(vouchByCopy(second, copies), second);
  });
});
