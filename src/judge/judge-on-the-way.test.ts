import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { judgeMessage } from './judge.ts';
import { evidence, signature, verdictOf } from './testing/evidence.ts';

describe('judgeMessage, of what lists and forwarders did on the way', () => {
  it('says altered when the key holder signed another body, unless a list passed it on', () => {
    const broken = signature({ body: { type: 'mismatch' } });
    assert.equal(verdictOf(broken), 'altered');
    assert.equal(judgeMessage(evidence({ signatures: [broken], list: 'a.example' })).verdict, 'unverified');
  });

  it('lets the own signature of a list explain the broken one of the author', () => {
    const author = signature({ body: { type: 'mismatch' } });
    const list = signature({ domain: 'lists.example', alignment: 'none' });
    assert.equal(
      judgeMessage(evidence({ signatures: [author, list], list: 'a.example' })).verdict,
      'corroborated',
    );
  });

  it('lets an undone footer stand only where a list put it', () => {
    const undone = {
      changes: ['list-footer'],
      regions: [{ start: 10, end: 20 }],
      added: [],
      restored: null,
      detail: '',
    };
    const signed = signature({ undone });
    assert.equal(judgeMessage(evidence({ signatures: [signed], list: 'a.example' })).verdict, 'authentic');
    assert.equal(verdictOf(signed), 'altered');
  });

  it('does not take one author of a domain for another because a list field names the other', () => {
    const undone = {
      changes: ['from-munging'],
      regions: [{ start: 0, end: 40 }],
      added: [],
      restored: null,
      detail: '',
    };
    assert.equal(
      judgeMessage(evidence({ signatures: [signature({ undone })], list: 'a.example' })).verdict,
      'altered',
    );
    const byList = signature({ undone, alignment: 'none' });
    assert.equal(judgeMessage(evidence({ signatures: [byList], list: 'a.example' })).verdict, 'corroborated');
  });

  it('does not vouch for a Cc that was signed as absent, whatever list the message shows', () => {
    const at = { start: 40, end: 90 };
    const undone = { changes: ['list-fields'], regions: [at], added: [], restored: null, detail: '' };
    const judge = (name: string) =>
      judgeMessage(
        evidence({ list: 'a.example', signatures: [signature({ undone, covered: [{ name, at }] })] }),
      );
    assert.equal(judge('cc').verdict, 'corroborated');
    assert.equal(judge('reply-to').verdict, 'authentic');
  });

  it('calls a field that relays write no change, and a Cc that no list put there one', () => {
    const at = { start: 40, end: 90 };
    const undone = { changes: ['list-fields'], regions: [at], added: [], restored: null, detail: '' };
    const judge = (name: string) =>
      judgeMessage(evidence({ signatures: [signature({ undone, covered: [{ name, at }] })] }));
    assert.equal(judge('resent-to').verdict, 'authentic');
    assert.deepEqual([judge('cc').verdict, judge('cc').reasons[0]?.code], ['altered', 'field-added']);
  });

  it('does not hold a line against a message whose forwarder sealed it, and abstains where seals are unchecked', () => {
    const changes = [{ type: 'added', text: 'Passed on by the school.', after: '' }] as const;
    const differs = {
      reference: { type: 'differs', id: 'a', differences: [{ part: 'body', onlyAdded: true, changes }] },
      addedToReference: { unreadable: false, isOfScanner: false, unknown: ['x'], unlike: ['x'] },
    } as const;
    const forward = signature({ kind: 'arc-message', alignment: 'none' });
    const unchecked = { ...forward, key: null, header: { type: 'not-checkable', why: 'no-key' } } as const;
    const verdict = (...signatures: SignatureResult[]) =>
      judgeMessage(evidence({ ...differs, signatures })).verdict;
    assert.equal(verdict(forward), 'corroborated');
    assert.equal(verdict(unchecked), 'unverified');
    assert.equal(verdict(), 'altered');
  });

  it('takes what a sound forwarder added for added by a known hand', () => {
    const undone = {
      changes: ['list-footer'],
      regions: [{ start: 10, end: 20 }],
      added: [],
      restored: null,
      detail: '',
    };
    const forward = signature({ kind: 'arc-message', alignment: 'none' });
    assert.equal(verdictOf(signature({ undone }), forward), 'corroborated');
    assert.equal(verdictOf(signature({ undone }), { ...forward, weaknesses: ['arc-chain-fail'] }), 'altered');
  });

  it('takes a forwarder’s signature for what its chain is worth', () => {
    const forwarded = signature({ kind: 'arc-message', alignment: 'none' });
    assert.equal(verdictOf(forwarded), 'corroborated');
    assert.equal(verdictOf({ ...forwarded, weaknesses: ['arc-chain-fail'] }), 'unverified');
    assert.equal(verdictOf({ ...forwarded, weaknesses: ['arc-chain-not-checkable'] }), 'unverified');
  });
});
