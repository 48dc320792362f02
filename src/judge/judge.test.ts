import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageEvidence } from './evidence.ts';
import { judgeMessage } from './judge.ts';
import { evidence, KEY, signature, verdictOf } from './testing/evidence.ts';

describe('judgeMessage', () => {
  it('needs an anchored, aligned, intact signature for "authentic"', () => {
    assert.equal(verdictOf(signature()), 'authentic');
    assert.equal(verdictOf(signature({ alignment: 'none' })), 'corroborated');
    assert.equal(verdictOf(signature({ key: { ...KEY, trust: 'recovered' } })), 'corroborated');
    assert.equal(verdictOf(), 'unverified');
  });

  it('says nothing of a text that is not here, though the headers verify', () => {
    for (const why of ['no-body', 'body-cut']) {
      const headers = signature({ body: { type: 'not-checkable', why } });
      const judged = judgeMessage(evidence({ signatures: [headers] }));
      assert.equal(judged.verdict, 'unverified');
      assert.deepEqual(
        judged.reasons.map(({ code }) => code),
        ['signature-not-checkable'],
      );
    }
  });

  it('never calls "could not check" a failure', () => {
    const missing = signature({ key: null, header: { type: 'not-checkable', why: 'no-key' } });
    const judged = judgeMessage(evidence({ signatures: [missing] }));
    assert.equal(judged.verdict, 'unverified');
    assert.deepEqual(
      judged.reasons.map((reason) => [reason.code, reason.polarity]),
      [['key-missing', 'note']],
    );
    assert.equal(
      verdictOf(signature({ header: { type: 'key-mismatch' }, body: { type: 'mismatch' } })),
      'unverified',
    );
  });

  it('keeps an expired signature apart from a bad one', () => {
    const judged = judgeMessage(evidence({ signatures: [signature({ expired: true })] }));
    assert.equal(judged.verdict, 'authentic');
    assert.ok(
      judged.reasons.some((reason) => reason.code === 'expired-signature' && reason.polarity === 'note'),
    );
  });

  it('leaves a rebuilt message unverified', () => {
    const judged = judgeMessage(evidence({ rebuilt: true }));
    assert.equal(judged.verdict, 'unverified');
    assert.equal(judged.reasons[0]?.code, 'rebuilt');
  });

  it('doubts a queue id that is days from the date written beside it, alone, and a sender’s own stamp only with another', () => {
    const gap = {
      source: 'postfix-long-queue-id',
      seconds: 900_000,
      stamp: 'x',
      witnesses: 1,
      cause: null,
    } as const;
    const judge = (type: 'beside' | 'shown', list: string | null = null) =>
      judgeMessage(evidence({ list, clockGap: { ...gap, type } })).verdict;
    assert.equal(judge('beside'), 'doubtful');
    assert.equal(judge('beside', 'a.example'), 'unverified');
    assert.equal(judge('shown'), 'unverified');
  });

  it('doubts a look-alike domain, however well it signs', () => {
    const lookalike = { domain: 'carnpaign.example', target: 'campaign.example', how: 'same-shape' };
    assert.equal(judgeMessage(evidence({ signatures: [signature()], lookalike })).verdict, 'doubtful');
  });

  it('lets clocks speak against a message, never for it, and doubts only what two of them contradict', () => {
    const gap = {
      type: 'shown',
      source: 'outlook-message-id',
      seconds: -90_000_000,
      stamp: '2017-05-05T20:15:30.123Z',
      witnesses: 2,
      cause: null,
    } as const;
    const judged = (changes: Partial<MessageEvidence>) => judgeMessage(evidence(changes));
    const polarity = (judgement: ReturnType<typeof judged>) =>
      judgement.reasons.find((reason) => reason.code === 'clock-gap')?.polarity;
    assert.equal(judged({ clockGap: gap }).verdict, 'doubtful');
    const alone = judged({ clockGap: { ...gap, witnesses: 1 } });
    assert.deepEqual([alone.verdict, polarity(alone)], ['unverified', 'against']);
    for (const innocent of [
      judged({ clockGap: { ...gap, cause: 'draft' } }),
      judged({ clockGap: { ...gap, seconds: 40_000 } }),
    ]) {
      assert.deepEqual([innocent.verdict, polarity(innocent)], ['unverified', 'note']);
    }
    assert.equal(judged({ clockGap: gap, list: 'a.example' }).verdict, 'unverified');
    const signed = judged({ clockGap: gap, signatures: [signature()] });
    assert.deepEqual([signed.verdict, polarity(signed)], ['authentic', 'note']);
    const relayed = judged({ clockGap: gap, signatures: [signature({ alignment: 'none' })] });
    assert.equal(relayed.verdict, 'doubtful');
  });

  it('orders reasons by weight', () => {
    const judged = judgeMessage(
      evidence({ signatures: [signature({ expired: true })], sameIdOtherContent: ['x'], copies: ['y'] }),
    );
    const weights = judged.reasons.map((reason) => reason.weight);
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => b - a),
    );
  });
});
