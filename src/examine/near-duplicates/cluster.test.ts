import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashWords } from '../../parse/text/word-hashes.ts';
import { clusterOf, NEAR } from './cluster.ts';
import { overlap, shinglesOf } from './shingles.ts';
import { readSketch, sketchOf } from './sketch.ts';

function clusters(texts: readonly string[]): ReadonlyMap<number, { first: number; similarity: number }> {
  const sketches = texts.map((text) => {
    const bytes = sketchOf(hashWords(text, true));
    assert.ok(bytes, text);
    return readSketch(bytes);
  });
  const shingles = (place: number) => shinglesOf(texts[place] ?? '', true);
  return clusterOf(sketches, (a, b) => overlap(shingles(a), shingles(b)).similarity);
}

const words = (name: string, count = 60) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

describe('clusterOf', () => {
  it('joins versions of a text, and leaves what merely resembles it', () => {
    const draft = words('draft');
    const found = clusters([draft, words('other'), draft.replace('draft30', 'changed'), `${draft}.`]);
    assert.deepEqual([...found.keys()].sort(), [0, 2, 3]);
    assert.equal(found.get(2)?.first, 0);
    assert.ok((found.get(2)?.similarity ?? 0) >= NEAR && (found.get(2)?.similarity ?? 1) < 1);
    assert.equal(found.get(3)?.similarity, 1);
  });

  it('does not join a thread by what its messages quote', () => {
    const quoted = words('quoted', 200).replaceAll(/(.{60}) /g, '$1\n> ');
    const replies = ['anne', 'paul', 'luc'].map(
      (name) => `${words(name, 20)}\n\nOn Monday, Marie wrote:\n> ${quoted}`,
    );
    assert.equal(clusters(replies).size, 0);
  });

  it('holds every member against the first, so that no chain forms', () => {
    const step = (changed: number) =>
      Array.from({ length: 60 }, (_, index) => (index < changed ? `new${index}` : `old${index}`)).join(' ');
    const found = clusters([step(0), step(7), step(20), step(27), step(40)]);
    for (const { similarity } of found.values()) assert.ok(similarity >= NEAR);
    assert.ok(new Set([...found.values()].map(({ first }) => first)).size >= 2);
  });

  it('takes thousands of one text for one comparison', () => {
    const text = words('newsletter');
    const texts = Array.from({ length: 3000 }, () => text);
    let compared = 0;
    const sketch = readSketch(sketchOf(hashWords(text, true)) ?? new Uint8Array(0));
    const found = clusterOf(
      texts.map(() => sketch),
      () => {
        compared++;
        return 1;
      },
    );
    assert.equal(found.size, 3000);
    assert.equal(compared, 0);
  });
});
