import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interned } from './interned.ts';

test('an interned string has the same characters', () => {
  for (const text of ['', 'from', '0', '-1', '__proto__', 'é\u{1f600}', '\ud800', 'x'.repeat(3000)]) {
    assert.equal(interned(text), text);
  }
});
