import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { judgeMessage } from './judge.ts';
import { evidence, KEY, signature, verdictOf } from './testing/evidence.ts';

describe('judgeMessage, by whose key signed', () => {
  it('takes nothing from a published or short key', () => {
    assert.equal(verdictOf(signature({ weaknesses: ['published-key'] })), 'unverified');
    assert.equal(verdictOf(signature({ weaknesses: ['short-key'] })), 'unverified');
  });

  it('doubts a signature of another key while the leak shows which key the domain used', () => {
    const stranger = signature({ header: { type: 'key-mismatch' }, signedAt: 1_500_000_000 });
    const keysInUse = [{ selector: 's1', messages: 7, period: ['2017-07-01', '2017-08-01'] }];
    assert.equal(verdictOf(stranger), 'unverified');
    assert.equal(judgeMessage(evidence({ signatures: [stranger], keysInUse })).verdict, 'doubtful');
    const onList = evidence({ signatures: [stranger], keysInUse, list: 'a.example' });
    assert.equal(judgeMessage(onList).verdict, 'unverified');
    // Which anybody could have put there, above a signature of the sender that holds.
    const beside = (...others: SignatureResult[]) =>
      judgeMessage(evidence({ signatures: [stranger, ...others], keysInUse })).verdict;
    assert.equal(beside(signature({})), 'authentic');
    assert.equal(beside(signature({ alignment: 'none' })), 'doubtful');
  });

  it('doubts another key only where the known one was in use then', () => {
    const other = {
      header: { type: 'key-mismatch' },
      body: { type: 'match' },
      signedAt: 1_490_000_000,
    } as const;
    const around = { ...KEY, firstSeen: '2016-01-01', lastSeen: '2018-01-01' };
    assert.equal(verdictOf(signature(other)), 'unverified');
    assert.equal(verdictOf(signature({ ...other, key: around })), 'doubtful');
    assert.equal(
      verdictOf(signature({ ...other, key: around, weaknesses: ['key-seen-at-other-dates'] })),
      'unverified',
    );
  });

  it('doubts what only a computed key verifies while a known key of that selector was in use', () => {
    const group = (anchored: boolean) => ({
      fingerprint: `${anchored}`,
      anchored,
      messages: 3,
      ids: [],
      period: [],
    });
    const found = { domain: 'campaign.example', selector: 's1', own: group(false), others: [group(true)] };
    const recovered = signature({ key: { ...KEY, trust: 'recovered' } });
    const judged = (changes: object, by = recovered) =>
      judgeMessage(
        evidence({
          signatures: [by],
          twoKeys: [{ ...found, atOneTime: true, isOutnumbered: false, ...changes }],
        }),
      ).verdict;
    assert.equal(judged({}), 'doubtful');
    assert.equal(judged({ atOneTime: false }), 'corroborated');
    assert.equal(judged({ others: [group(false)] }), 'corroborated');
    assert.equal(judged({ others: [group(false)], isOutnumbered: true }), 'doubtful');
    assert.equal(judged({ own: group(true), others: [group(false)] }, signature()), 'authentic');
  });

  it('takes the signature of a domain that nothing else shows for nobody’s', () => {
    const relayed = signature({ alignment: 'none' });
    const known = judgeMessage(evidence({ signatures: [relayed] }));
    assert.equal(known.verdict, 'corroborated');
    const judged = judgeMessage(evidence({ signatures: [relayed], strangers: [relayed.domain] }));
    assert.deepEqual([judged.verdict, judged.reasons[0]?.code], ['unverified', 'stranger-signature']);
    const sealed = signature({ kind: 'arc-message' });
    const forwarded = judgeMessage(evidence({ signatures: [sealed], strangers: [sealed.domain] }));
    assert.equal(forwarded.verdict, 'unverified');
  });
});
