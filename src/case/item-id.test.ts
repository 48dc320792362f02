import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemId, LONG_ID_LENGTH } from './item-id.ts';

describe('itemId', () => {
  it('is the beginning of the base32 of SHA-256 over role and path', () => {
    // printf 'leak:dump.zip/box.mbox/#12' | openssl dgst -sha256 -binary | base32 | tr A-Z a-z
    const whole = 'o5hziefxupb5735dzihxsvpypzvmy7kbkvofu3esoieateqcksma';
    assert.equal(itemId('leak', 'dump.zip/box.mbox/#12'), whole.slice(0, 13));
    assert.equal(itemId('leak', 'dump.zip/box.mbox/#12', LONG_ID_LENGTH), whole.slice(0, 26));
  });

  it('differs by role', () => {
    assert.notEqual(itemId('leak', 'a'), itemId('reference', 'a'));
  });
});
