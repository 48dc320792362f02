import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBase64 } from './base64.ts';

const DATA = Buffer.from(Array.from({ length: 120_000 }, (_, i) => (i * 7919 + (i >> 5)) & 0xff));
const LETTERS = DATA.toString('base64');

function inLines(letters: string, length: number, end: string): Buffer {
  const lines = letters.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
  return Buffer.from(lines.map((line) => line + end).join(''), 'latin1');
}

describe('decodeBase64', () => {
  for (const [length, end] of [
    [76, '\r\n'],
    [76, '\n'],
    [64, '\n'],
    [75, '\r\n'],
    [2000, '\n'],
    [76, '\r'],
  ] as const)
    it(`reads lines of ${length} that end in ${JSON.stringify(end)}`, () => {
      const { bytes, defects } = decodeBase64(inLines(LETTERS, length, end), 0);
      assert.ok(DATA.equals(bytes));
      assert.deepEqual(defects, []);
    });

  it('takes neither junk nor the alphabet of URLs for base64 in the midst of even lines', () => {
    for (const sign of ['-', '_', '!', '\xe9', '\0']) {
      const letters = LETTERS.slice(0, 90_000) + sign + LETTERS.slice(90_001);
      const { bytes, defects } = decodeBase64(inLines(letters, 76, '\r\n'), 0);
      assert.deepEqual(
        defects.map(({ code }) => code),
        ['base64-junk'],
      );
      assert.ok(DATA.subarray(0, 67_500).equals(bytes.subarray(0, 67_500)));
      assert.ok(!DATA.subarray(67_500, 67_600).equals(bytes.subarray(67_500, 67_600)));
    }
  });

  it('reads the same whatever stands at the ends of lines', () => {
    const even = inLines(LETTERS, 76, '\r\n').toString('latin1');
    for (const at of [78 * 500 + 75, 78 * 500 + 76, 78 * 500 + 77])
      for (const sign of ['A', ' ', '', '\n\n']) {
        const changed = even.slice(0, at) + sign + even.slice(at + 1);
        const uneven = inLines(changed.replace(/\s/g, ''), 999, '\n');
        assert.deepEqual(
          decodeBase64(Buffer.from(changed, 'latin1'), 0).bytes,
          decodeBase64(uneven, 0).bytes,
        );
      }
  });

  it('ends at padding in the midst of even lines', () => {
    const letters = `${LETTERS.slice(0, 90_000)}AA==${LETTERS.slice(90_004)}`;
    const { bytes } = decodeBase64(inLines(letters, 76, '\r\n'), 0);
    assert.ok(DATA.subarray(0, 67_500).equals(bytes.subarray(0, 67_500)));
    assert.equal(bytes[67_500], 0);
    // What follows is a new group of base64.
    assert.ok(DATA.subarray(67_503).equals(bytes.subarray(67_501)));
  });
});
