import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copied } from './copied.ts';

test('a copied string has the same characters', () => {
  for (const text of ['', 'a', ' from ', 'é\u{1f600}', '\ud800', 'x'.repeat(3000)]) {
    assert.equal(copied(text), text);
    assert.equal(copied(`> ${text} <`.slice(2, 2 + text.length)), text);
  }
});
