import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorKind } from './error-kind.ts';

test('a full disk is told from a lost connection, whatever the server calls it', () => {
  assert.equal(errorKind('53100', 'could not extend file'), 'disk-full');
  // Said to who connects meanwhile: PostgreSQL has no code for it.
  assert.equal(errorKind('XX000', 'could not write init file'), 'disk-full');
  assert.equal(errorKind('58030', 'could not write to file "x": No space left on device'), 'disk-full');
  assert.equal(errorKind('57P01', 'terminating connection due to administrator command'), 'lost');
  assert.equal(errorKind('28P01', 'password authentication failed for user "ana"'), 'refused');
  assert.equal(errorKind('XX000', 'cache lookup failed'), 'other');
});
