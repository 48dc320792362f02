import type { CaseStore } from '../../case/store.ts';
import { clusterOf } from '../../examine/near-duplicates/cluster.ts';
import { overlap, shinglesOf } from '../../examine/near-duplicates/shingles.ts';
import { readSketch } from '../../examine/near-duplicates/sketch.ts';
import type { Part } from './part.ts';
import { TextsAhead } from './texts-ahead.ts';

/** Texts that may be in one cluster, in path order. */
export type TextComponent = readonly (readonly [row: number, isMessage: boolean])[];

/** Texts that are not alone: the row of each, that of the first of its cluster, and what the two share. */
export type ClusteredTexts = readonly (readonly [row: number, first: number, similarity: number])[];

/** Clusters of near-duplicates within components. The shingles of a few texts are held. */
export const clusterTexts: Part<null, readonly TextComponent[], ClusteredTexts> = {
  prepare({ store }) {
    const shingles = new Shingles(store);
    return (components) => {
      const rows = components.flatMap((texts) => texts.map(([row]) => row));
      const sketches = store.sketchesOf(rows);
      shingles.expect(rows);
      return components.flatMap((texts) => clustersIn(texts, sketches, shingles));
    };
  },
};

function clustersIn(
  texts: TextComponent,
  sketches: ReadonlyMap<number, Uint8Array>,
  shingles: Shingles,
): ClusteredTexts {
  const known = texts.flatMap(([row, isMessage]) => {
    const sketch = sketches.get(row);
    return sketch === undefined ? [] : [{ row, isMessage, sketch: readSketch(sketch) }];
  });
  const members = clusterOf(
    known.map(({ sketch }) => sketch),
    (first, other) => overlap(shingles.of(known[first]), shingles.of(known[other])).similarity,
  );
  return [...members].flatMap(([place, { first, similarity }]) => {
    const [member, head] = [known[place], known[first]];
    return member === undefined || head === undefined ? [] : [[member.row, head.row, similarity] as const];
  });
}

/** Shingles of texts kept for the next comparisons, in all: 16 MB. */
const MOST_SHINGLES = 4_000_000;

/** Shingles by row. The firsts of large clusters are asked for again and again; the rest once. */
class Shingles {
  readonly #texts: TextsAhead;
  readonly #known = new Map<number, Uint32Array>();
  #held = 0;

  constructor(store: CaseStore) {
    this.#texts = new TextsAhead(store, (row) => store.readableText(row));
  }

  /** Rows that may be asked for, in about this order. */
  expect(rows: readonly number[]): void {
    this.#texts.expect(rows);
  }

  of(text: { readonly row: number; readonly isMessage: boolean } | undefined): Uint32Array {
    if (text === undefined) return new Uint32Array(0);
    const known = this.#known.get(text.row);
    if (known !== undefined) return known;
    const shingles = shinglesOf(this.#texts.of(text.row), text.isMessage);
    if (this.#held > MOST_SHINGLES) {
      this.#known.clear();
      this.#held = 0;
    }
    this.#held += shingles.length;
    this.#known.set(text.row, shingles);
    return shingles;
  }
}
