import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryOf } from './countries.ts';

const PLACES: readonly (readonly [string | null, string | null])[] = [
  ['Paris, France', 'FR'],
  ['Île-de-France', 'FR'],
  ['Paris, Texas', 'US'],
  ['Austin, TX', 'US'],
  ['New York', 'US'],
  ['Montréal, Québec', 'CA'],
  ['Москва', 'RU'],
  ['FR', 'FR'],
  ['UK', 'GB'],
  ['the moon', null],
  ['', null],
  [null, null],
];

for (const [place, country] of PLACES) {
  test(`${place} lies in ${country}`, () => assert.equal(countryOf(place), country));
}
