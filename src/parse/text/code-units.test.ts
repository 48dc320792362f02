import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeUnits } from './code-units.ts';

function unitsOf(text: string): readonly number[] {
  return [...codeUnits(text).subarray(0, text.length)];
}

function charCodesOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

describe('codeUnits', () => {
  it('gives what charCodeAt gives, halves of pairs too', () => {
    for (const text of ['', 'abc', 'é€\u0301', '\ud83d\ude00', '\ude00x\ud83d', `${'a'.repeat(20_000)}€`]) {
      assert.deepEqual(unitsOf(text), charCodesOf(text));
    }
  });

  it('has two zeros behind the text, whatever stood there before', () => {
    codeUnits('0123456789');
    const units = codeUnits('abc');
    assert.deepEqual([...units.subarray(0, 5)], [0x61, 0x62, 0x63, 0, 0]);
  });

  it('holds no array of a text of millions of characters', () => {
    assert.ok(codeUnits('x'.repeat(3_000_000)).length > 3_000_000);
    assert.ok(codeUnits('x').length < 2 ** 21);
  });
});
