import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { temporaryLedger } from '../ledger/testing.ts';
import { readOpening, verifyOpening } from './index.ts';

const { ledger } = await temporaryLedger(2);
await ledger.checkpoint();
ledger.close();
const [entry] = ledger.entries;
const opening = JSON.stringify(ledger.open(entry?.id ?? '', false));
const trust = { roots: [], key: null };

test('an opening reads back as itself, and nothing else is taken for one', async () => {
  const read = readOpening(opening);
  assert.equal((await verifyOpening(read, trust)).type, 'valid');
  for (const text of ['', 'null', '[]', '{}', '{"format":"tamis-decoy-opening-1"}', `${opening}x`]) {
    assert.equal(readOpening(text), null);
  }
});

test('an opening with any character changed is invalid or says the same, and never throws', async () => {
  const original = await verifyOpening(readOpening(opening), trust);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: opening.length - 1 }),
      fc.constantFrom('0', 'A', '"', ']', '9', '='),
      async (place, sign) => {
        const changed = opening.slice(0, place) + sign + opening.slice(place + 1);
        const verdict = await verifyOpening(readOpening(changed), trust);
        if (verdict.type === 'valid') assert.deepEqual(verdict, original);
      },
    ),
    { numRuns: 400 },
  );
});
