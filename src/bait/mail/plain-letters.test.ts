import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disguisedWords, isSpacedOut, plainLetters } from './plain-letters.ts';
import { wordsFound } from './words-found.ts';

test('what a reader believes to read', () => {
  assert.equal(plainLetters('МеtaМask'), 'metamask');
  assert.equal(plainLetters('Ré\u200bini\u00adtialisez'), 'reinitialisez');
  assert.equal(plainLetters('Москва'), 'москва');
});

test('words that hide or mix letters, and honest ones that do not', () => {
  assert.equal(disguisedWords('Wallеt Suspеnded').length, 2);
  assert.equal(disguisedWords('pay\u200bpal').length, 1);
  assert.deepEqual(disguisedWords('Été Müller naïve Đặng wohl\u00adbekannt Москва Αθήνα'), []);
  assert.ok(isSpacedOut('C o i n b a s e'));
  assert.ok(!isSpacedOut('Vitamin C a day'));
});

test('words are found whole, the longest first, in both languages', () => {
  const found = wordsFound('votre compte sera suspendu sous 24 heures, cher client. verify your account now');
  assert.deepEqual(found.get('urgency'), ['sous 24 heures']);
  assert.deepEqual(found.get('impersonal'), ['cher client']);
  assert.deepEqual(found.get('credentials'), ['verify your account']);
  assert.equal(wordsFound('les heritages architecturaux').get('prize'), undefined);
});
