import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../gates/gate.ts';
import { findingText, findingTodo } from './finding-text.ts';

const finding = (code: Finding['code'], values: Finding['values'], words = ''): Finding => ({
  ...{ code, values, words, severity: 'unchecked', place: null, fingerprint: 'f' },
});

test('why a draft was not read whole is told in the language of the reader', () => {
  const unread = finding('draft-not-read', { why: 'A part is damaged.' });
  assert.equal(findingText(unread, 'en'), 'the draft was not read whole: A part is damaged.');
  assert.equal(
    findingText(unread, 'fr'),
    'l’article n’a pas été lu en entier\u00a0: Une partie est endommagée.',
  );
  assert.match(findingTodo(unread, 'fr') ?? '', /Markdown/u);
});

test('words of the draft stay as they are written', () => {
  const named = finding('dump-name', {}, "l'archive : {why}");
  assert.equal(findingText(named, 'fr'), "le nom sous lequel la fuite se trouve\u00a0: l'archive : {why}");
});
