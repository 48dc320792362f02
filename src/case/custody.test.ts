import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson } from './canonical-json.ts';
import { CUSTODY_START, custodyHash, verifyCustody } from './custody.ts';
import type { CustodyEntry } from './store.ts';

function chain(...actions: readonly string[]): readonly CustodyEntry[] {
  let last = CUSTODY_START;
  return actions.map((action, at) => {
    const entry = { number: at + 1, time: '2017-05-05T22:00:00.000Z', action, detail: { b: 1, a: 'é' } };
    last = custodyHash(last, entry);
    return { ...entry, hash: last };
  });
}

describe('the custody log', () => {
  it('hashes the previous hash and the canonical JSON', () => {
    // printf '%064d{"action":"sift","detail":{},"number":1,"time":"t"}' 0 | sha256sum
    const hash = custodyHash(CUSTODY_START, { number: 1, time: 't', action: 'sift', detail: {} });
    assert.equal(hash, '42d296d04e9a175fcfd419c4fa8c78d0fa7a4920cc5fe5673112094eea63dacc');
  });

  it('is intact as written', () => {
    const entries = chain('sift', 'search', 'export');
    assert.deepEqual(verifyCustody(entries), { type: 'intact', entries: 3, lastHash: entries[2]?.hash });
    assert.deepEqual(verifyCustody([]), { type: 'intact', entries: 0, lastHash: CUSTODY_START });
  });

  it('shows the first entry that was changed, dropped, moved or put in', () => {
    const [one, two, three] = chain('sift', 'search', 'export');
    assert.ok(one && two && three);
    const broken = (number: number, why: 'hash' | 'gap') => ({ type: 'broken', number, why });
    assert.deepEqual(verifyCustody([one, { ...two, action: 'nothing' }, three]), broken(2, 'hash'));
    assert.deepEqual(verifyCustody([one, { ...two, detail: { b: 2, a: 'é' } }, three]), broken(2, 'hash'));
    assert.deepEqual(verifyCustody([one, three]), broken(2, 'gap'));
    assert.deepEqual(verifyCustody([two, three]), broken(1, 'gap'));
    assert.deepEqual(verifyCustody([one, { ...three, number: 2 }]), broken(2, 'hash'));
  });
});

describe('canonicalJson', () => {
  it('gives equal values equal bytes', () => {
    assert.equal(canonicalJson({ b: [{ z: 1, y: null }], a: 'é"' }), '{"a":"é\\"","b":[{"y":null,"z":1}]}');
    assert.equal(canonicalJson({ b: 1, a: undefined }), canonicalJson({ b: 1 }));
    assert.equal(canonicalJson({ 10: 1, 9: 2 }), '{"10":1,"9":2}');
  });
});
