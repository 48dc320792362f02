import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageEvidence, SiblingFinding } from '../evidence.ts';
import { judgeSiblings } from './siblings.ts';

const change = { type: 'removed', text: '500', after: 'We pay' } as const;
const found: SiblingFinding = {
  type: 'open',
  id: 'other',
  copies: [],
  differences: [{ part: 'body', changes: [change], onlyAdded: false }],
  isTelling: true,
};

function judged(sibling: SiblingFinding | null, others: readonly string[] = ['other']) {
  // The rule looks at nothing else.
  const evidence = { sibling, sameIdOtherContent: others, signatures: [] } as unknown as MessageEvidence;
  return judgeSiblings(evidence).map(({ verdict, reason }) => [verdict, reason.code] as const);
}

describe('judgeSiblings', () => {
  it('takes a message for altered where an authentic one of its Message-ID says otherwise', () => {
    assert.deepEqual(judged({ ...found, type: 'authentic' }), [['altered', 'authentic-copy-differs']]);
  });

  it('doubts what copies in two other mailboxes contradict', () => {
    const sibling: SiblingFinding = { ...found, type: 'outnumbered', copies: ['a', 'b'] };
    assert.deepEqual(judged(sibling), [['doubtful', 'copies-differ']]);
  });

  it('decides nothing between one and one, and shows the words', () => {
    assert.deepEqual(judged(found), [['unverified', 'same-id-other-content']]);
    assert.deepEqual(judged(null), [['unverified', 'same-id-other-content']]);
    assert.deepEqual(judged(null, []), []);
  });

  it('says nothing of what a store rebuilt in the same words', () => {
    assert.deepEqual(judged({ ...found, type: 'same', differences: [], isTelling: false }), []);
  });

  it('shows what lists do as well only where a signature says that something was changed', () => {
    const mark: SiblingFinding = { ...found, isTelling: false };
    const details = (signatures: readonly unknown[]) => {
      const evidence = {
        sibling: mark,
        sameIdOtherContent: ['other'],
        signatures,
      } as unknown as MessageEvidence;
      return judgeSiblings(evidence).map(({ verdict, reason }) => [verdict, 'differences' in reason.detail]);
    };
    const changed = { kind: 'dkim', header: { type: 'changed' }, body: { type: 'match' } };
    const good = { ...changed, header: { type: 'good' } };
    assert.deepEqual(details([good]), [['unverified', false]]);
    assert.deepEqual(details([changed]), [['unverified', true]]);
  });
});
