import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../../model/index.ts';
import { evidence, KEY, signature } from '../testing/evidence.ts';
import { brokenChain, isSoundForward, isUncheckedForward } from './forwards.ts';

const NOTHING_UNDONE = { changes: [], regions: [], added: [], restored: null, detail: '' };

function forward(changes: Partial<SignatureResult> = {}): SignatureResult {
  return signature({ kind: 'arc-message', domain: 'school.example', alignment: 'none', ...changes });
}

describe('a sound forward', () => {
  it('is an intact signature in a whole chain under a key known from elsewhere', () => {
    assert.ok(isSoundForward(forward(), evidence()));
  });

  // Each of these alone lets a forger be his own forwarder, or leaves open what was forwarded.
  for (const [what, changes] of [
    ['by another kind of signature', { kind: 'dkim' }],
    ['whose header was changed', { header: { type: 'changed' } }],
    ['whose text was changed', { body: { type: 'mismatch' } }],
    ['from which something was taken off', { undone: NOTHING_UNDONE }],
    ['without a key', { key: null }],
    ['under a key computed from signatures', { key: { ...KEY, trust: 'recovered' } }],
    ['under a key that anybody may have', { key: { ...KEY, trust: 'published' } }],
    ['whose key was made public', { weaknesses: ['published-key'] }],
    ['in a chain that fails', { weaknesses: ['arc-chain-fail'] }],
    ['in a chain that cannot be checked', { weaknesses: ['arc-chain-not-checkable'] }],
  ] as const satisfies readonly (readonly [string, Partial<SignatureResult>])[])
    it(`is none ${what}`, () => assert.equal(isSoundForward(forward(changes), evidence()), false));

  it('is none of a domain that nothing else shows to forward', () => {
    assert.equal(isSoundForward(forward(), evidence({ strangers: ['school.example'] })), false);
    assert.ok(isSoundForward(forward(), evidence({ strangers: ['other.example'] })));
  });
});

describe('an unchecked forward', () => {
  it('is any that nothing shows to be broken', () => {
    assert.ok(isUncheckedForward(forward({ weaknesses: ['arc-chain-not-checkable'] })));
    assert.equal(isUncheckedForward(forward({ weaknesses: ['arc-chain-fail'] })), false);
    assert.equal(isUncheckedForward(signature()), false);
  });
});

describe('a broken chain', () => {
  it('is told of a forwarder’s signature alone, as broken or as not to be checked', () => {
    const codeOf = (changes: Partial<SignatureResult>) => brokenChain(forward(changes))?.reason.code ?? null;
    assert.equal(codeOf({ weaknesses: ['arc-chain-fail'] }), 'arc-chain-broken');
    assert.equal(codeOf({ weaknesses: ['arc-chain-not-checkable'] }), 'signature-not-checkable');
    assert.equal(codeOf({}), null);
    assert.equal(codeOf({ kind: 'dkim', weaknesses: ['arc-chain-fail'] }), null);
  });
});
