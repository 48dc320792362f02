import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../../model/index.ts';
import { evidence, signature } from '../testing/evidence.ts';
import { restsOnLess } from './rests-on-less.ts';

function codesOf(changes: Partial<SignatureResult>, list: string | null = null): readonly string[] {
  const signed = signature(changes);
  return restsOnLess(signed, evidence({ signatures: [signed], list })).map(({ code }) => code);
}

describe('a signature rests on less', () => {
  it('where answers go to another house and nobody signed that, but for a list that says so itself', () => {
    const openAddresses = [{ field: 'reply-to', address: 'x@elsewhere.example' }] as const;
    assert.deepEqual(codesOf({ openAddresses }), ['unsigned-reply-to']);
    assert.deepEqual(codesOf({ openAddresses }, 'a.example'), ['unsigned-reply-to']);
    assert.deepEqual(codesOf({ openAddresses, alignment: 'none' }), ['unsigned-reply-to']);
    assert.deepEqual(codesOf({ openAddresses, kind: 'arc-message' }, 'a.example'), ['unsigned-reply-to']);
    assert.deepEqual(codesOf({ openAddresses, alignment: 'none' }, 'a.example'), []);
    const sender = [{ field: 'sender', address: 'x@elsewhere.example' }] as const;
    assert.deepEqual(codesOf({ openAddresses: sender }), []);
  });

  it('where recipients were not signed', () => {
    assert.deepEqual(codesOf({ weaknesses: ['unsigned-to'] }), ['unsigned-recipients']);
    assert.deepEqual(codesOf({ weaknesses: ['extra-cc'] }), ['unsigned-recipients']);
    assert.deepEqual(codesOf({}), []);
  });

  it('where a part of the domain signed, and the domain itself all else that the sender wrote', () => {
    const none = { breaks: [], lag: null, untraced: null, otherSelector: null, namesake: null, hop: null };
    const codes = (signed: number, ...signatures: SignatureResult[]) => {
      const habits = { ...none, unsigned: null, signedElsewhere: { signed, unsigned: 0 } };
      const [first] = signatures;
      assert.ok(first);
      return restsOnLess(first, evidence({ signatures, habits })).map(({ code }) => code);
    };
    const part = signature({ alignment: 'relaxed', domain: 'old.campaign.example' });
    assert.deepEqual(codes(20, part), ['part-of-domain']);
    assert.deepEqual(codes(19, part), []);
    assert.deepEqual(codes(20, signature()), []);
    assert.deepEqual(codes(20, part, signature()), [], 'the domain itself signed too');
  });
});
