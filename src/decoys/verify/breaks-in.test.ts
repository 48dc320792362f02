import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breaksIn } from './breaks-in.ts';

/** Without white space, and no part of it twice. */
const TEXT = Array.from({ length: 400 }, (_, i) => `word${i * 7919}`).join('');

test('a text in one piece has no break, and one that is not there has none to count', () => {
  assert.equal(breaksIn(TEXT, `before${TEXT}after`), 0);
  assert.equal(breaksIn(TEXT, TEXT.slice(0, -1)), null);
  assert.equal(breaksIn(TEXT, ''), null);
});

test('heads and feet of pages come in between, and are counted', () => {
  const printed = `${TEXT.slice(0, 1500)}Page1/3Messagerie${TEXT.slice(1500, 2800)}Page2/3${TEXT.slice(2800)}`;
  assert.equal(breaksIn(TEXT, printed), 2);
  // What comes between begins with the very letters that go on after it.
  const go = TEXT.slice(1500, 1505);
  assert.equal(breaksIn(TEXT, `${TEXT.slice(0, 1500)}${go}other${TEXT.slice(1500)}`), 1);
});

test('a changed, a missing and an exchanged character are none of it', () => {
  const at = 1500;
  const other = TEXT[at] === '0' ? '1' : '0';
  assert.equal(breaksIn(TEXT, TEXT.slice(0, at) + other + TEXT.slice(at + 1)), null);
  assert.equal(breaksIn(TEXT, TEXT.slice(0, at) + TEXT.slice(at + 1)), null);
  const last = TEXT.length - 1;
  assert.equal(breaksIn(TEXT, `${TEXT.slice(0, last)}!and${TEXT.slice(last)}so on`), null);
});

test('words strewn between every few are another text', () => {
  const strewn = TEXT.replace(/word(\d{1,9}3)/g, 'no$1word$1');
  assert.equal(breaksIn(TEXT, strewn), null);
});

test('a match says the text is there, in order, whatever came between', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.integer({ min: 24, max: TEXT.length - 32 }),
      (between, at) => {
        const breaks = breaksIn(TEXT, TEXT.slice(0, at) + between + TEXT.slice(at));
        assert.ok(breaks === 0 || breaks === 1);
      },
    ),
  );
  const same = 'a'.repeat(100_000);
  assert.equal(breaksIn(`${same.slice(0, 50_000)}b`, same), null);
});
