import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageEvidence } from '../evidence.ts';
import { judgeOtherSelector } from './other-selector.ts';

const habits = { otherSelector: { usual: 's1', seen: 's9', messages: 40, alike: 2 } };

const verdictOf = (changes: Partial<MessageEvidence>) => {
  const evidence = { habits, list: null, copies: [], corroboration: null, ...changes };
  return judgeOtherSelector(evidence as unknown as MessageEvidence)[0]?.verdict;
};

describe('judgeOtherSelector', () => {
  it('doubts a message alone under a selector in the midst of another’s use', () => {
    assert.equal(verdictOf({}), 'doubtful');
  });

  it('remarks only on one or two', () => {
    const few = { otherSelector: { ...habits.otherSelector, alike: 1 } };
    assert.equal(verdictOf({ habits: few as unknown as MessageEvidence['habits'] }), 'unverified');
  });

  it('says nothing of list mail, of what lies in another mailbox too, and of what a verified answer quotes', () => {
    assert.equal(verdictOf({ list: 'a.example' }), undefined);
    assert.equal(verdictOf({ copies: ['b'] }), undefined);
    const vouches = [{ id: 'r', source: 'a.example', depth: 1, words: 30, share: 1, isComputed: false }];
    const corroboration = { vouches, conflicts: [], carriers: [], earlier: null, misnamed: null };
    assert.equal(verdictOf({ corroboration }), undefined);
  });
});
