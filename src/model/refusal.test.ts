import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { refusalOf, unreadableFile } from './refusal.ts';

test('what the system refuses is told in words, anything else as it is', () => {
  try {
    readFileSync('/nowhere/at/all');
    assert.fail('it is there');
  } catch (cause) {
    const { code, message, text } = unreadableFile('cannot-read', 'posts.csv', cause);
    assert.equal(code, 'cannot-read');
    assert.equal(message, 'posts.csv cannot be read: there is no such file or folder');
    assert.equal(text.fr, 'posts.csv ne peut pas être lu\u00a0: aucun fichier ni dossier de ce nom');
  }
  assert.equal(refusalOf(new Error('other')), null);
  assert.match(unreadableFile('x', 'a', new Error('odd end')).message, /a cannot be read: odd end/u);
});
