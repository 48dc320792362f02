import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import { clusterOf } from './cluster.ts';
import { SortedSketches } from './components.ts';
import { BINS, estimate, type Sketch } from './sketch.ts';

/** Numbers that look random and are the same each time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
}

/** Families of sketches: each is its family's with some of the bins changed. */
function sketches(count: number, families: number): readonly Sketch[] {
  const random = numbers(7);
  const heads = Array.from({ length: families }, () => Uint16Array.from({ length: BINS }, random));
  return Array.from({ length: count }, (_, place) => {
    const bins = Uint16Array.from(heads[random() % families] ?? []);
    for (let changed = random() % 30; changed > 0; changed--) bins[random() % BINS] = random();
    return { words: place % 11 === 0 ? 5 : place + 100, bins };
  });
}

test('components clustered one by one are the clusters of all', () => {
  const all = sketches(600, 60);
  const likeness = (first: number, other: number) =>
    estimate(all[first]?.bins ?? new Uint16Array(), all[other]?.bins ?? new Uint16Array());
  const whole = clusterOf(all, likeness);
  assert.ok(whole.size > 100);
  const sorted = new SortedSketches(Scratch.inMemory());
  for (const sketch of all) sorted.add(sketch);
  const components = [...sorted.components()];
  assert.ok(components.length > 20);
  const apart = components.flatMap((places) => {
    const own = clusterOf(
      places.flatMap((place) => all[place] ?? []),
      (first, other) => likeness(places[first] ?? -1, places[other] ?? -1),
    );
    return [...own].map(([place, { first, similarity }]) => [
      places[place],
      { first: places[first], similarity },
    ]);
  });
  const inOrder = (found: readonly unknown[]) => found.map((each) => JSON.stringify(each)).sort();
  assert.deepEqual(inOrder(apart), inOrder([...whole]));
});
