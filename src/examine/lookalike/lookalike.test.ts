import assert from 'node:assert/strict';
import { test } from 'node:test';
import { domainToASCII } from 'node:url';
import { editDistance } from './edit-distance.ts';
import { isNameWithWord, lookalikeOf } from './lookalike.ts';

const OWN = ['en-marche.fr', 'campagne-rivage.example'];

test('names of the same shape, in ASCII and in other scripts', () => {
  assert.deepEqual(lookalikeOf('carnpagne-rivage.example', OWN), { target: OWN[1], how: 'same-shape' });
  assert.equal(lookalikeOf('еn-mаrche.fr', OWN)?.how, 'same-shape');
  assert.equal(lookalikeOf(domainToASCII('еn-marche.fr'), OWN)?.how, 'same-shape');
  assert.equal(lookalikeOf('enmarche.fr', OWN)?.how, 'same-shape');
});

test('one letter more, less, other or swapped', () => {
  for (const name of ['en-marches.fr', 'en-marhe.fr', 'en-marcke.fr', 'en-macrhe.fr']) {
    assert.equal(lookalikeOf(name, OWN)?.how, 'one-letter', name);
  }
});

test('the historic domains with a service word', () => {
  for (const name of ['onedrive-en-marche.fr', 'mail-en-marche.fr']) {
    assert.deepEqual(lookalikeOf(name, OWN), { target: 'en-marche.fr', how: 'with-service-word' });
  }
});

test('a suffix of the same shape, and a service word that takes the hyphen with it', () => {
  assert.equal(lookalikeOf('campagne-rivage.exarnple', OWN)?.how, 'same-shape');
  assert.equal(lookalikeOf('campagnerivage-contact.example', OWN)?.how, 'with-service-word');
});

test('the domain itself, its sub-domains, other suffixes and strangers are no look-alikes', () => {
  for (const name of [
    'en-marche.fr',
    'mail.en-marche.fr',
    'en-marche.eu',
    'marche.fr',
    'gmail.com',
    'x',
    '',
  ]) {
    assert.equal(lookalikeOf(name, OWN), null, name);
  }
  assert.equal(lookalikeOf('jeunes-en-marche.fr', OWN), null);
});

test('short names are not compared letter by letter', () => {
  assert.equal(lookalikeOf('abe.org', ['abc.org']), null);
});

test('edit distance counts a swap as one and gives up beyond its bound', () => {
  assert.equal(editDistance('abcd', 'acbd', 2), 1);
  assert.equal(editDistance('abcd', 'abcd', 2), 0);
  assert.equal(editDistance('abcd', 'wxyz', 2), 3);
});

test('a name with any word put to it, by whole words', () => {
  assert.equal(isNameWithWord('en-marche-lyon.fr', 'en-marche.fr'), true);
  assert.equal(isNameWithWord('nos-campagne-rivage.example', 'campagne-rivage.example'), true);
  for (const name of ['en-marche.eu', 'mail.en-marche.fr', 'en-marcher.fr', 'marche.fr'])
    assert.equal(isNameWithWord(name, 'en-marche.fr'), false, name);
});
