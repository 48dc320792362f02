import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../../model/index.ts';
import type { KeyInUse, MessageEvidence } from '../evidence.ts';
import { judgeSignature } from './signature.ts';

function signature(changes: Partial<SignatureResult> = {}): SignatureResult {
  return {
    kind: 'dkim',
    domain: 'party.example',
    selector: 's1',
    header: { type: 'good' },
    body: { type: 'match' },
    alignment: 'strict',
    covered: [],
    uncovered: [],
    signedAt: null,
    undone: null,
    key: { trust: 'dns', bits: 2048, firstSeen: '2017-06-01', lastSeen: null },
    weaknesses: [],
    ...changes,
  } as unknown as SignatureResult;
}

function judged(signed: SignatureResult, changes: Partial<MessageEvidence> = {}) {
  const evidence = {
    ...{ list: null, rebuilt: false, strangers: [], shownAddress: null, signatures: [signed], added: [null] },
    ...{ keysInUse: [null], computedOfMany: [false], ...changes },
  } as unknown as MessageEvidence;
  const { verdict, reason, also = [] } = judgeSignature(signed, evidence);
  return { verdict, code: reason.code, also };
}

describe('judgeSignature', () => {
  it('takes a key that is not for mail for none', () => {
    const { verdict, code } = judged(signature({ weaknesses: ['key-not-for-email'] }));
    assert.deepEqual([verdict, code], ['unverified', 'key-not-for-email']);
  });

  it('rests on less where a key was seen at other dates and another one was in use', () => {
    const late = signature({ weaknesses: ['key-seen-at-other-dates'] });
    assert.equal(judged(late).verdict, 'authentic');
    const usual: KeyInUse = { selector: 's0', messages: 40, period: ['2017-03-01', '2017-04-01'] };
    const beside = judged(late, { keysInUse: [usual] });
    assert.deepEqual([beside.verdict, beside.code], ['corroborated', 'dkim-aligned-weak']);
    assert.deepEqual(
      beside.also.map(({ code, detail }) => [code, detail.firstSeen, detail.usual]),
      [['key-outside-period', '2017-06-01', 's0']],
      'said once',
    );
  });

  it('remarks on a signature made days from the date shown, and not on that of a list', () => {
    const late = signature({ weaknesses: ['signed-other-day'], signedAt: 1_494_054_000 });
    const { verdict, also } = judged(late);
    assert.deepEqual([verdict, ...also.map(({ code }) => code)], ['authentic', 'signed-other-day']);
    assert.deepEqual(judged({ ...late, alignment: 'none' }).also, []);
  });

  it('tells the author whom a list replaced from a stranger', () => {
    const undone = { changes: ['from-munging'], regions: [], added: [], restored: null, detail: '' };
    const behind = signature({ alignment: 'none', undone });
    const strangers = ['party.example'];
    const list = '<news.lists.example>';
    assert.equal(judged(behind, { strangers, list }).code, 'author-behind-list');
    assert.equal(judged(signature({ alignment: 'none' }), { strangers }).code, 'stranger-signature');
  });
});
