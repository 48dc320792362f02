import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearTexts } from './near-texts.ts';
import { seededRandom } from './random.ts';

const asked = (texts: readonly string[]) =>
  nearTexts({ length: texts.length, at: (number) => texts[number] ?? '' });

const BASE =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';

test('texts with nine words of ten in common are taken for the first of them', () => {
  const changed = BASE.replace('seven ', 'other ');
  const moved = BASE.split(' ').reverse().join(' ');
  const far = BASE.replace('one two three four', 'a b c d');
  const taken = asked([BASE, changed, moved, far]);
  assert.deepEqual([...taken], [0, 0, 0, 3]);
});

test('groups do not drift: the third is like the second but not like the first', () => {
  const second = BASE.replace('one ', 'x ');
  const third = second.replace('two ', 'y ');
  const taken = asked([BASE, second, third]);
  assert.deepEqual([...taken], [0, 0, 2]);
});

test('of a thousand changed texts next to none is missed, of a thousand others none is taken', () => {
  const random = seededRandom(3);
  const word = (): string => `w${Math.floor(random() * 5000)}`;
  const texts = Array.from({ length: 1000 }, () => Array.from({ length: 25 }, word).join(' '));
  const changed = texts.map((text) => `${text} extra`);
  const taken = asked([...texts, ...changed]);
  assert.ok(texts.every((_, i) => taken[i] === i));
  assert.ok(changed.filter((_, i) => taken[texts.length + i] === i).length >= 998);
});

test('texts that share a band by the thousand end soon, and the earliest is still the one', () => {
  const long = Array.from({ length: 150 }, (_, at) => `w${at}`).join(' ');
  const texts = Array.from(
    { length: 4000 },
    (_, at) =>
      `${long} ${'abcdefgh'
        .split('')
        .map((letter) => `${letter}${at}`)
        .join(' ')}`,
  );
  const taken = asked(texts);
  assert.equal(taken[3999], 0);
  assert.equal(asked([]).length, 0);
});
