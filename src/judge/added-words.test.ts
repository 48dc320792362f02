import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import type { AddedFinding } from './evidence.ts';
import { judgeMessage } from './judge.ts';
import { evidence, signature } from './testing/evidence.ts';

describe('words a signature verifies without', () => {
  const added = [{ at: 'top', text: 'x', whole: true }] as const;
  const undone = {
    changes: ['security-banner'],
    regions: [{ start: 0, end: 90 }],
    added,
    restored: null,
    detail: '',
  };
  const judge = (finding: Partial<AddedFinding>, ...others: SignatureResult[]) =>
    judgeMessage(
      evidence({
        signatures: [signature({ undone }), ...others],
        added: [{ unreadable: false, isOfScanner: false, unknown: [], unlike: [], ...finding }],
      }),
    );

  it('stand as an exception where all of them are known', () => {
    assert.equal(judge({}).verdict, 'authentic');
  });

  it('leave a message corroborated where they could be a notice, and are quoted', () => {
    const { verdict, reasons } = judge({ unknown: ['External mail, be careful'] });
    assert.equal(verdict, 'corroborated');
    assert.equal(reasons[0]?.code, 'dkim-aligned-except-unknown');
    assert.deepEqual(reasons[0]?.detail.words, ['External mail, be careful']);
  });

  it('make it doubtful where somebody wrote them, where they are no text, and where they fill a page', () => {
    const lie = 'The judge is a friend of ours.';
    const { verdict, reasons } = judge({ unknown: ['CAUTION', lie], unlike: [lie] });
    assert.equal(verdict, 'doubtful');
    assert.deepEqual(reasons[0]?.detail.words, [lie]);
    assert.equal(judge({ unreadable: true }).verdict, 'doubtful');
    assert.equal(judge({ unknown: Array(40).fill('x'.repeat(80)) }).verdict, 'doubtful');
  });

  it('are never proof of the message where a forwarder signed them, nor held against it', () => {
    const forward = signature({ kind: 'arc-message', alignment: 'none' });
    assert.equal(judge({ unknown: ['a'], unlike: ['a'] }, forward).verdict, 'corroborated');
  });

  it('are altered where the archive has the message without a sentence somebody wrote', () => {
    const changes = [{ type: 'added', text: 'CAUTION: The judge is a friend of ours.', after: '' }] as const;
    const differs = evidence({
      reference: { type: 'differs', id: 'a', differences: [{ part: 'body', onlyAdded: true, changes }] },
    });
    assert.equal(judgeMessage(differs).verdict, 'corroborated');
    const unlike = ['The judge is a friend of ours.'];
    const addedToReference = { unreadable: false, isOfScanner: false, unknown: unlike, unlike };
    assert.equal(judgeMessage({ ...differs, addedToReference }).verdict, 'altered');
  });
});
