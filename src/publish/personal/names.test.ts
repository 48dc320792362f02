import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNames, listedNames } from './names.ts';

const found = (text: string, ...lines: readonly string[]): readonly string[] =>
  findNames(text, listedNames(lines)).map(({ name, at, end }) => `${name}: ${text.slice(at, end)}`);

test('a name is found whatever its case, accents and order', () => {
  for (const written of ['Chloé Tournier', 'CHLOE TOURNIER', 'Tournier, Chloé', 'chloe-tournier'])
    assert.deepEqual(found(`Vu par ${written} hier`, 'Chloé Tournier'), [`Chloé Tournier: ${written}`]);
  assert.deepEqual(found('Le tournier passe, la tournée aussi', 'Chloé Tournier'), []);
});

test('a last name behind an initial or a title is the person on the list', () => {
  for (const written of ['C. Tournier', 'C.Tournier', 'Mme Tournier', 'Madame Tournier', 'Ms. TOURNIER'])
    assert.deepEqual(found(`Vu par ${written}.`, 'Chloé Tournier'), [`Chloé Tournier: ${written}`], written);
  assert.deepEqual(found('J.-P. Martin et M. de La Fontaine', 'Jean-Pierre Martin', 'Jean de La Fontaine'), [
    'Jean-Pierre Martin: J.-P. Martin',
    'Jean de La Fontaine: M. de La Fontaine',
  ]);
  assert.deepEqual(found('B. Tournier et le tournier', 'Chloé Tournier'), []);
});

test('where two share a last name, a short form is nobody’s in particular', () => {
  const list = ['Jean Dupont', 'Marie Dupont'];
  assert.deepEqual(found('Mme Dupont a vu Jean Dupont', ...list).toSorted(), [
    'Jean Dupont: Jean Dupont',
    'dupont: Mme Dupont',
  ]);
});

test('a name is found in letters of other scripts that are drawn as its own, and the other way round', () => {
  const places = (text: string, line: string): readonly string[] => [...new Set(found(text, line))];
  // Cyrillic С, о and Т; Greek capital Tau; dotless i.
  for (const written of [
    'Сhloé Tournier',
    'Chloé Tоurnier',
    'CHLOÉ ΤOURNIER',
    'Chloé Tournıer',
    'M. Тоurnier',
  ])
    assert.deepEqual(places(`Vu par ${written}.`, 'Chloé Tournier'), [`Chloé Tournier: ${written}`]);
  // Listed in Cyrillic, written with Latin letters among them, in capitals too; listed in Greek.
  for (const written of ['Наталья Сомова', 'Haталья Coмoвa', 'НАТАЛЬЯ COMOBA', 'наталья сомова'])
    assert.deepEqual(places(written, 'Наталья Сомова'), [`Наталья Сомова: ${written}`]);
  assert.deepEqual(places('Ο κ. Νίκος Pόκας', 'Νίκος Ρόκας'), ['Νίκος Ρόκας: Νίκος Pόκας']);
  assert.deepEqual(places('Chloё Tournesol, Тоur', 'Chloé Tournier'), []);
});
