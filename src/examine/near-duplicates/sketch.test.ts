import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashWords } from '../../parse/text/word-hashes.ts';
import { overlap, shinglesOf } from './shingles.ts';
import { estimate, readSketch, SKETCH_BYTES, sketchOf } from './sketch.ts';

const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');
const sketch = (text: string) => {
  const bytes = sketchOf(hashWords(text, true));
  assert.ok(bytes);
  assert.equal(bytes.length, SKETCH_BYTES);
  return readSketch(bytes);
};

describe('sketchOf', () => {
  it('estimates what counting finds', () => {
    for (const shared of [40, 100, 160, 190]) {
      const one = words(200);
      const other = `${words(shared)} ${words(200 - shared, 1000)}`;
      const counted = overlap(shinglesOf(one, true), shinglesOf(other, true)).similarity;
      const estimated = estimate(sketch(one).bins, sketch(other).bins);
      assert.ok(Math.abs(counted - estimated) < 0.2, `${counted} counted, ${estimated} estimated`);
    }
  });

  it('works for texts with fewer shingles than bins', () => {
    const text = words(14);
    assert.equal(estimate(sketch(text).bins, sketch(`${text}!`).bins), 1);
    assert.equal(sketch(text).words, sketch(text.toUpperCase()).words);
    assert.notEqual(sketch(text).words, sketch(words(15)).words);
    assert.ok(estimate(sketch(text).bins, sketch(words(14, 100)).bins) < 0.3);
  });

  it('says nothing of a greeting, nor of a reply that is all quotation', () => {
    assert.equal(sketchOf(hashWords('Thank you very much', true)), null);
    const quoted = Array.from({ length: 40 }, (_, index) => `> quoted line ${index}`).join('\n');
    assert.equal(sketchOf(hashWords(`Agreed.\n${quoted}`, true)), null);
  });
});

describe('overlap', () => {
  it('tells a part from a copy', () => {
    const { similarity, containment } = overlap(shinglesOf(words(50), false), shinglesOf(words(200), false));
    assert.equal(containment, 1);
    assert.ok(similarity < 0.25);
  });

  it('is nothing where there is nothing', () => {
    assert.deepEqual(overlap(shinglesOf('', false), shinglesOf(words(20), false)), {
      similarity: 0,
      containment: 0,
    });
  });
});
