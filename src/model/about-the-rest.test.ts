import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restClaim } from './about-the-rest.ts';

test('what says something of the rest is found, in both directions and languages', () => {
  for (const text of [
    'the rest is genuine',
    'The other mails are fake',
    'everything else is true',
    'le reste est authentique',
    'Tous les autres courriels sont falsifiés',
    'Ce message n’est pas de nous',
    'This is not ours',
  ])
    assert.notEqual(restClaim(text), null, text);
  assert.deepEqual(restClaim('Un leurre ; tout le reste est vrai.'), {
    at: 12,
    words: 'tout le reste est vrai',
  });
});

test('what says nothing of the rest is left alone', () => {
  for (const text of [
    'That an item is a decoy says nothing about any other item.',
    'le reste de la phrase est long',
    'the restaurant is real',
    'rest. It is true',
  ])
    assert.equal(restClaim(text), null, text);
});
