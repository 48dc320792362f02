import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, decoyCount, hashOfJson, type Recipe, recipeHash } from './recipe.ts';

const RECIPE: Recipe = {
  format: 1,
  seed: '00'.repeat(32),
  personas: 'a',
  model: 'b',
  generator: 'c',
  languages: ['fr'],
  counts: { mail: 3, document: 2, calendar: 0, contact: 1, account: 0 },
  attempts: { 4: 1, 10: 2 },
};

test('equal values have equal bytes, whatever the order of their keys', () => {
  assert.equal(canonicalJson({ b: 1, a: [{ d: 'é', c: null }] }), '{"a":[{"c":null,"d":"é"}],"b":1}');
  assert.equal(hashOfJson({ b: 1, a: 2 }), hashOfJson({ a: 2, b: 1 }));
});

test('the hash of a recipe covers its attempts', () => {
  assert.notEqual(recipeHash(RECIPE), recipeHash({ ...RECIPE, attempts: {} }));
  assert.equal(decoyCount(RECIPE), 6);
});
