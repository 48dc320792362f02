import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPropertySets } from '../ole/property-set.ts';
import { headingLanguage } from './heading-words.ts';

test('the words a program counts sheets and titles with tell the language of its menus', () => {
  assert.equal(headingLanguage(['Листы', 'Именованные диапазоны']), 'ru');
  assert.equal(headingLanguage(['Feuilles de calcul']), 'fr');
  assert.equal(headingLanguage(['Etwas', 'Arbeitsblätter']), 'de');
  // German, Dutch, Danish and Swedish alike: nothing is said.
  assert.equal(headingLanguage(['Titel']), null);
  assert.equal(headingLanguage(['constructor', '']), null);
});

test('compound files keep the same words in a vector of texts and numbers', () => {
  const word = Buffer.from([0xcb, 0xe8, 0xf1, 0xf2, 0xfb, 0]); // Листы in windows-1251
  const pair = Buffer.concat([u32(0x1e), u32(word.length), word, u32(3), u32(4)]);
  const value = Buffer.concat([u32(0x100c), u32(2), pair]);
  const codePage = Buffer.concat([u32(2), u32(1251)]);
  const section = Buffer.concat([
    u32(24 + codePage.length + value.length),
    u32(2),
    u32(1),
    u32(24),
    u32(12),
    u32(24 + codePage.length),
    codePage,
    value,
  ]);
  const head = Buffer.concat([
    Buffer.from([0xfe, 0xff, 0, 0]),
    Buffer.alloc(20),
    u32(1),
    Buffer.alloc(16),
    u32(48),
  ]);
  const [found] = readPropertySets(Buffer.concat([head, section]));
  assert.deepEqual(found?.properties, [{ id: 12, name: '', value: { type: 'texts', texts: ['Листы'] } }]);
  assert.doesNotThrow(() => readPropertySets(Buffer.concat([head, section]).subarray(0, 100)));
});

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
