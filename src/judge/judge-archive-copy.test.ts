import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { judgeMessage } from './judge.ts';
import { evidence, KEY, signature } from './testing/evidence.ts';

const changes = [{ type: 'added', text: 'Pay it today.', after: '' }] as const;
const body = { part: 'body', onlyAdded: false, changes } as const;
const undone = { changes: ['reencoding'], regions: [], added: [], restored: null, detail: '' };

/** The first reason where the archive's own copy was changed after it was signed. */
function reasonBeside(signed: Partial<SignatureResult>): string | undefined {
  const reference = { type: 'differs', id: 'a', differences: [body], isChangedThere: true } as const;
  const { reasons } = judgeMessage(evidence({ reference, signatures: [signature(signed)] }));
  return reasons.find(({ code }) => code === 'reference-differs' || code === 'archive-copy-changed')?.code;
}

describe('an archive whose copy was changed after it was signed', () => {
  it('does not speak against what its sender’s domain signed as it lies', () => {
    assert.equal(reasonBeside({}), 'archive-copy-changed');
  });

  for (const [what, signed] of [
    ['signed by a forwarder', { kind: 'arc-message' }],
    ['signed by another domain', { alignment: 'none' }],
    ['signed with something to be undone first', { undone }],
    ['signed under no known key', { key: null, header: { type: 'not-checkable', why: 'no-key' } }],
    ['signed under a computed key', { key: { ...KEY, trust: 'recovered' } }],
    ['signed under a key that anybody may have', { key: { ...KEY, trust: 'published' } }],
    ['signed with another header', { header: { type: 'changed' } }],
    ['signed with another text', { body: { type: 'mismatch' } }],
  ] as const satisfies readonly (readonly [string, Partial<SignatureResult>])[])
    it(`speaks against what is ${what}`, () => assert.equal(reasonBeside(signed), 'reference-differs'));
});

describe('words that only the leak has', () => {
  const reference = { type: 'differs', id: 'a', differences: [{ ...body, onlyAdded: true }] } as const;
  const judged = (others: Parameters<typeof evidence>[0], text = 'A plain line of somebody.') => {
    const added = { ...body, onlyAdded: true, changes: [{ type: 'added', text, after: '' }] } as const;
    return judgeMessage(evidence({ reference: { ...reference, differences: [added] }, ...others })).verdict;
  };

  it('were put there by a list, or by a relay whose change the signature shows to be harmless', () => {
    assert.equal(judged({ list: 'a.example' }), 'corroborated');
    // Here the sender's own signature vouches for the rest.
    const withoutBanner = signature({ undone: { ...undone, changes: ['security-banner'] } });
    assert.equal(judged({ signatures: [withoutBanner] }), 'authentic');
    assert.equal(judged({}), 'altered');
  });

  it('are not explained by a signature of somebody else, or one under which nothing had to be undone', () => {
    assert.equal(
      judged({
        signatures: [signature({ undone: { ...undone, changes: ['security-banner'] }, alignment: 'none' })],
      }),
      'altered',
    );
    assert.equal(judged({ signatures: [signature({ header: { type: 'changed' } })] }), 'altered');
  });

  it('are explained by a sound forwarder, who signed them, however many they are', () => {
    const forward = signature({ kind: 'arc-message', alignment: 'none' });
    const [text, addedToReference] = [
      'A long line. '.repeat(40),
      { unreadable: false, isOfScanner: false, unknown: ['x'], unlike: ['x'] },
    ];
    assert.equal(judged({ signatures: [forward], addedToReference }, text), 'corroborated');
    const stranger = { signatures: [forward], addedToReference, strangers: [forward.domain] };
    assert.equal(judged(stranger, text), 'altered');
  });

  it('are explained by nobody where no footer has such a sentence', () => {
    const addedToReference = { unreadable: false, isOfScanner: false, unknown: [], unlike: ['x'] } as const;
    assert.equal(judged({ list: 'a.example', addedToReference }), 'altered');
  });
});

describe('what an archive has as it lies', () => {
  const reference = { type: 'identical', by: 'bytes', id: 'a' } as const;
  const footer = { ...undone, changes: ['list-footer'] };
  const added = [{ unreadable: false, isOfScanner: false, unknown: ['x'], unlike: ['x'] }] as const;
  const signatures = [signature({ undone: footer })];

  it('is one word against another where its sender signed otherwise, and not where a list added to it', () => {
    assert.equal(judgeMessage(evidence({ reference, signatures, added })).verdict, 'corroborated');
    const judgement = judgeMessage(evidence({ reference, signatures, added, list: 'a.example' }));
    assert.equal(judgement.verdict, 'authentic');
  });
});

describe('a line below what its sender signed, where no list is shown', () => {
  const below = signature({ undone: { ...undone, changes: ['list-footer'] } });
  const unchecked = signature({
    kind: 'arc-message',
    alignment: 'none',
    key: null,
    header: { type: 'not-checkable', why: 'no-key' },
  });
  const verdictOf = (changes: object, ...others: SignatureResult[]) => {
    const finding = { unreadable: false, isOfScanner: false, unknown: ['x'], unlike: ['x'], ...changes };
    return judgeMessage(evidence({ signatures: [below, ...others], added: [finding, null] })).verdict;
  };

  it('may be a forwarder’s whose seals cannot be checked, as long as it is a line', () => {
    assert.equal(verdictOf({}), 'altered');
    assert.equal(verdictOf({}, unchecked), 'unverified');
    assert.equal(verdictOf({ unlike: [] }, unchecked), 'unverified');
    assert.equal(verdictOf({ unknown: ['x'.repeat(201)] }, unchecked), 'altered');
    assert.equal(verdictOf({ unreadable: true }, unchecked), 'altered');
    assert.equal(verdictOf({}, { ...unchecked, weaknesses: ['arc-chain-fail'] }), 'altered');
  });
});

describe('reasons', () => {
  it('stand once each, the heaviest first', () => {
    const same = signature({ key: null, header: { type: 'not-checkable', why: 'no-key' } });
    const other = { ...same, selector: 's2' };
    const codes = judgeMessage(evidence({ signatures: [same, same, other, same, other] })).reasons.filter(
      ({ code }) => code === 'key-missing',
    );
    assert.deepEqual(
      codes.map(({ detail }) => detail.selector),
      ['s1', 's2'],
    );
  });
});
