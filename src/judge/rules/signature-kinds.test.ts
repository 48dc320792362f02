import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { evidence, KEY, signature } from '../testing/evidence.ts';
import { judgeSignature, withoutSignature } from './signature.ts';

function judged(changes: Partial<SignatureResult>, others: Partial<MessageEvidence> = {}) {
  const signed = signature(changes);
  const { verdict, reason } = judgeSignature(
    signed,
    evidence({ signatures: [signed], added: [null], keysInUse: [null], ...others }),
  );
  return { verdict, reason, is: [verdict, reason.code] };
}

const undone = { changes: ['line-ends'], regions: [], added: [], restored: null, detail: '' };

describe('a signature that holds', () => {
  it('makes authentic only by the sender’s own domain and a key known from elsewhere', () => {
    assert.deepEqual(judged({}).is, ['authentic', 'dkim-aligned']);
    assert.deepEqual(judged({ undone }).is, ['authentic', 'dkim-aligned-except']);
    const recovered = { ...KEY, trust: 'recovered' } as const;
    for (const [changes, code] of [
      [{ kind: 'google-dkim', domain: '1e100.net' }, 'google-signature'],
      [{ kind: 'google-dkim', domain: '1e100.net', alignment: 'none' }, 'google-signature'],
      [{ kind: 'arc-message' }, 'arc-chain-valid'],
      [{ key: recovered }, 'dkim-recovered-key'],
      [{ alignment: 'none' }, 'dkim-other-domain'],
      [{ weaknesses: ['unsigned-subject'] }, 'dkim-aligned-weak'],
    ] as const)
      assert.deepEqual(judged(changes).is, ['corroborated', code]);
  });

  it('is a stranger’s where it says to be Google’s and is not', () => {
    assert.deepEqual(judged({ kind: 'google-dkim', domain: 'campaign.example' }).is, [
      'unverified',
      'stranger-signature',
    ]);
  });
});

describe('a signature that does not hold', () => {
  const attachments = 1;

  it('shows an alteration only where it is the sender’s own', () => {
    assert.deepEqual(judged({ header: { type: 'changed' } }).is, ['altered', 'header-changed']);
    assert.deepEqual(judged({ body: { type: 'mismatch' } }).is, ['altered', 'header-good-body-changed']);
    for (const kind of ['google-dkim', 'arc-message'] as const)
      for (const changes of [{ header: { type: 'changed' } }, { body: { type: 'mismatch' } }] as const)
        assert.deepEqual(judged({ kind, ...changes }).is, ['unverified', 'key-mismatch']);
  });

  it('tells which parts its hashes leave open', () => {
    const partsOf = (changes: Partial<SignatureResult>, others: Partial<MessageEvidence> = {}) =>
      judged(changes, others).reason.detail.parts;
    assert.deepEqual(partsOf({ body: { type: 'mismatch' } }), ['body']);
    assert.deepEqual(partsOf({ body: { type: 'mismatch' } }, { attachments }), ['body', 'attachments']);
    assert.deepEqual(partsOf({ header: { type: 'changed' }, body: { type: 'mismatch' } }, { attachments }), [
      'signature',
      'body',
      'attachments',
    ]);
  });

  it('says nothing by itself where it cannot be checked, and why', () => {
    for (const [why, code] of [
      ['no-key', 'key-missing'],
      ['too-large', 'signature-not-checkable'],
      ['bad-signature', 'signature-broken'],
    ] as const) {
      const header = { type: 'not-checkable', why } as SignatureResult['header'];
      assert.deepEqual(judged({ header }).is, ['unverified', code]);
    }
  });

  it('is doubtful under another key only where the key was seen before and after', () => {
    const around = { ...KEY, firstSeen: '2016-01-01', lastSeen: '2018-01-01' };
    const header = { type: 'key-mismatch' } as const;
    assert.deepEqual(judged({ header, key: around }).is, ['doubtful', 'key-mismatch']);
    for (const changes of [
      { key: null },
      { key: KEY },
      { key: { ...around, trust: 'published' } },
      { key: { ...around, trust: 'recovered' } },
      { key: around, kind: 'arc-message' },
      { key: around, weaknesses: ['key-seen-at-other-dates'] },
    ] as const)
      assert.deepEqual(judged({ header, ...changes }).is, ['unverified', 'key-mismatch']);
    assert.equal(judged({ header, key: around }, { list: 'a.example' }).verdict, 'unverified');
  });
});

describe('a message without a signature', () => {
  it('is told to have none, or to have been rebuilt, and nothing where there is one', () => {
    const codesOf = (changes: Partial<MessageEvidence>) =>
      withoutSignature(evidence(changes)).map(({ reason }) => reason.code);
    assert.deepEqual(codesOf({}), ['no-signature']);
    assert.deepEqual(codesOf({ rebuilt: true }), ['rebuilt']);
    assert.deepEqual(codesOf({ signatures: [signature()] }), []);
  });
});
