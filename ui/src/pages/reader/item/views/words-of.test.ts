import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from './words-of.ts';

const wordsIn = (query: string) => wordsOf(query).map(({ word }) => word);

test('words and phrases are marked, without case and accents', () => {
  assert.deepEqual(wordsIn('Réunion "le budget"'), ['reunion', 'le', 'budget']);
});

test('a star marks every word that begins so', () => {
  assert.deepEqual(wordsOf('elect*'), [{ word: 'elect', beginning: true }]);
});

test('what stands in no text is not marked', () => {
  assert.deepEqual(wordsIn('verdict:altered from:camille -brouillon a OR b'), ['a', 'b']);
  assert.deepEqual(wordsIn('body:budget subject:note'), ['budget', 'note']);
});
