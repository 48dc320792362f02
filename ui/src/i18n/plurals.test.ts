import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Text } from '../../../src/model/text.ts';
import type { Counted } from './t.ts';

// Texts of pages that follow the address bar load it with them.
Object.assign(globalThis, {
  location: { hash: '' },
  localStorage: { getItem: () => null },
  document: { documentElement: { dataset: {} } },
  addEventListener: () => {},
  matchMedia: () => ({ matches: false, addEventListener: () => {} }),
});
const { t, tn } = await import('./t.ts');
const { language } = await import('./language.ts');

/** Words in "-s" after a value that are no plural; and numbers that are never one. */
const NO_PLURAL =
  /^\{(?:length|most|share)\} |^\{\w+\} (?:après|plus|presque|premiers|premières|des|its|is)\b/u;

test('a number is followed by a word that goes with it, or by none in the plural', async () => {
  let looked = 0;
  const wrong: string[] = [];
  for (const file of globSync(join(import.meta.dirname, '..', '**', '*texts.ts'))) {
    const module: Readonly<Record<string, unknown>> = await import(file);
    for (const group of Object.values(module).filter((each) => typeof each === 'object' && each !== null))
      for (const [name, text] of Object.entries(group as Readonly<Record<string, Partial<Text & Counted>>>)) {
        // What has two forms is chosen by tn.
        for (const told of [text?.en, text?.fr].filter((each) => typeof each === 'string')) {
          looked++;
          for (const [found] of told.matchAll(/\{\w+\} [\p{L}]+s\b/gu))
            if (!NO_PLURAL.test(found))
              wrong.push(`${file.slice(file.lastIndexOf('/') + 1)} ${name}: ${found}`);
        }
      }
  }
  assert.ok(looked > 500, `${looked} texts`);
  assert.deepEqual(wrong, []);
});

test('the word goes with the number by the rules of the language', () => {
  const text = { en: '{n} {n|post|posts} by {who}', fr: '{n} {n|message|messages} de {who}' };
  const counted = {
    one: { en: '{n} item', fr: '{n} élément' },
    other: { en: '{n} items', fr: '{n} éléments' },
  };
  language.value = 'en';
  assert.equal(t(text, { n: 1, who: 'a' }), '1 post by a');
  assert.equal(t(text, { n: 0, who: 'a' }), '0 posts by a');
  assert.equal(tn(counted, 1), '1 item');
  language.value = 'fr';
  assert.equal(t(text, { n: 0, who: 'a' }), '0 message de a');
  assert.equal(t(text, { n: 1_500, who: 'a' }), '1\u202f500 messages de a');
  assert.equal(tn(counted, 0), '0 élément');
});
