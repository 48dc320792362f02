import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decipher, encipher } from './cipher.ts';

test('decoding undoes encoding, at odd and even places, for any length', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.nat(0xffffffff),
      fc.nat(1),
      (bytes, id, shift) => {
        for (const cipher of ['none', 'permute', 'cyclic'] as const) {
          const stored = new Uint8Array(bytes.length + shift);
          stored.set(encipher(cipher, bytes, id), shift);
          assert.deepEqual(Buffer.from(decipher(cipher, stored.subarray(shift), id)), Buffer.from(bytes));
        }
      },
    ),
    { seed: 3, numRuns: 100 },
  );
});

test('the first bytes of the tables are those of MS-PST 5.1', () => {
  assert.deepEqual([...encipher('permute', Uint8Array.of(0, 1, 2, 3), 0)], [65, 54, 19, 98]);
  assert.deepEqual([...decipher('permute', Uint8Array.of(0, 1, 2, 3), 0)], [71, 241, 180, 230]);
});
