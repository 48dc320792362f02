import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeMessage } from '../judge.ts';
import { evidence, KEY, signature } from '../testing/evidence.ts';

const whole = signature();
const ofFirstLine = { weaknesses: ['length-tag'], uncoveredBody: { start: 10, end: 90 } };

function verdictOf(...signatures: readonly ReturnType<typeof signature>[]): string {
  return judgeMessage(evidence({ signatures, added: signatures.map(() => null) })).verdict;
}

describe('a signature above one that covers the whole', () => {
  it('casts no doubt where it covers the first line alone, whoever made it', () => {
    assert.equal(verdictOf(signature(ofFirstLine)), 'doubtful');
    assert.equal(verdictOf(signature(ofFirstLine), whole), 'authentic');
    const stranger = signature({ ...ofFirstLine, domain: 'elsewhere.example', alignment: 'none' });
    assert.equal(verdictOf(stranger, whole), 'authentic');
    const reading = signature({ weaknesses: ['exchanged-charset'], domain: 'elsewhere.example' });
    assert.equal(verdictOf(reading, whole), 'authentic');
  });

  it('still does where the other one is broken, covers as little, or is of no key known from elsewhere', () => {
    const broken = signature({ body: { type: 'mismatch' }, undone: null });
    assert.notEqual(verdictOf(signature(ofFirstLine), broken), 'authentic');
    assert.equal(verdictOf(signature(ofFirstLine), signature(ofFirstLine)), 'doubtful');
    const computed = signature({ key: { ...KEY, trust: 'recovered' } });
    assert.equal(verdictOf(signature(ofFirstLine), computed), 'doubtful');
  });

  it('casts none without keys, where the sender’s own states the hash of the text', () => {
    const unknown = { header: { type: 'not-checkable', why: 'no-key' }, key: null } as const;
    const own = signature(unknown);
    const stranger = { ...unknown, domain: 'elsewhere.example', alignment: 'none' } as const;
    assert.equal(verdictOf(signature({ ...stranger, ...ofFirstLine })), 'doubtful');
    assert.equal(verdictOf(signature({ ...stranger, ...ofFirstLine }), own), 'unverified');
    assert.equal(verdictOf(signature({ ...stranger, body: { type: 'mismatch' } }), own), 'unverified');
    assert.equal(verdictOf(signature({ ...unknown, body: { type: 'mismatch' } }), own), 'doubtful');
  });
});

describe('an X-Google-DKIM-Signature', () => {
  it('is Google’s under Google’s name alone', () => {
    const google = { kind: 'google-dkim', alignment: 'none' } as const;
    assert.equal(verdictOf(signature({ ...google, domain: '1e100.net' })), 'corroborated');
    assert.equal(verdictOf(signature({ ...google, domain: 'elsewhere.example' })), 'unverified');
  });
});

describe('another address in the name of the sender', () => {
  it('is told in list mail too, since anybody can write that he is a list', () => {
    const shownAddress = { address: 'anne@party.example', domain: 'elsewhere.example', isProtected: true };
    const judged = judgeMessage(
      evidence({ signatures: [whole], added: [null], shownAddress, list: 'List <l.elsewhere.example>' }),
    );
    assert.equal(judged.verdict, 'corroborated');
    assert.ok(judged.reasons.some(({ code }) => code === 'other-address-shown'));
  });
});
