import type { CaseStore } from '../case/store.ts';
import { clusterOf } from '../examine/near-duplicates/cluster.ts';
import { overlap, shinglesOf } from '../examine/near-duplicates/shingles.ts';
import type { NearDuplicate } from '../model/index.ts';
import { type SketchedText, sketchesInPathOrder } from './sketches.ts';

/**
 * Clusters of texts that share most of their wording, over leak and reference together. Nothing is hidden or
 * deleted by it: a cluster is a way to read one text instead of forty, and `similar` shows all of them.
 * The sketches are held, and the shingles of a few texts.
 */
export function concludeNearDuplicates(
  store: CaseStore,
  rows: readonly SketchedText[] = sketchesInPathOrder(store),
): void {
  const texts = new Texts(store, rows);
  const sketches = rows.map(({ sketch }) => sketch);
  const members = clusterOf(
    sketches,
    (first, other) => overlap(texts.shingles(first), texts.shingles(other)).similarity,
  );
  const found: [row: number, found: NearDuplicate][] = [];
  for (const [place, { first, similarity }] of members) {
    const row = rows[place]?.row;
    const cluster = rows[first]?.id;
    if (row !== undefined && cluster !== undefined) found.push([row, { cluster, similarity }]);
  }
  store.transaction(() => store.setNearDuplicates(found));
}

/** Shingles of texts kept for the next comparisons, in all: 16 MB. */
const MOST_SHINGLES = 4_000_000;

/** Shingles by place. The firsts of large clusters are asked for again and again; the rest once. */
class Texts {
  readonly #store: CaseStore;
  readonly #rows: readonly SketchedText[];
  readonly #known = new Map<number, Uint32Array>();
  #held = 0;

  constructor(store: CaseStore, rows: readonly SketchedText[]) {
    this.#store = store;
    this.#rows = rows;
  }

  shingles(place: number): Uint32Array {
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const row = this.#rows[place];
    const shingles =
      row === undefined
        ? new Uint32Array(0)
        : shinglesOf(this.#store.textOf(row.row), row.kind === 'message');
    if (this.#held > MOST_SHINGLES) {
      this.#known.clear();
      this.#held = 0;
    }
    this.#held += shingles.length;
    this.#known.set(place, shingles);
    return shingles;
  }
}
