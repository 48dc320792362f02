import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { shapeOf } from './shape.ts';

test('ids of ASCII, read by characters, have the shape that patterns give them', () => {
  const below = randomNumbers(7);
  const signs = '0123456789abcdefABCDEFgzGZ.-_$@+= ~';
  for (let round = 0; round < 2000; round++) {
    const id = Array.from({ length: below(40) }, () => signs.charAt(below(signs.length))).join('');
    assert.equal(shapeOf(id), byPatterns(id), id);
  }
});

test('letters of other scripts are letters, and of no number', () => {
  assert.equal(shapeOf('ab12é.12-АБ'), 'x5.92-x2');
});

function byPatterns(id: string): string {
  return id.replace(/[A-Za-z0-9]+/g, (run) => {
    const kind = /^\d+$/.test(run) ? '9' : /^[\da-f]+$/.test(run) ? 'h' : /^[\dA-F]+$/.test(run) ? 'H' : 'x';
    const { length } = run;
    return `${kind}${length <= 12 || length === 16 || length === 32 ? length : '+'}`;
  });
}
