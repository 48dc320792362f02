/** Two documents and the rare revision ids they share. */
export interface RevisionLink {
  readonly one: number;
  readonly other: number;
  readonly ids: readonly number[];
}

/** A revision id that more documents share is a template's: at least this many, or this share of all. */
const LEAST_COMMON = 5;
const COMMON_SHARE = 0.02;
const MOST_COMMON = 40;
/** Shared by two documents, this many rare ids are no chance: one alone is in about 2 % of pairs of one template. */
const LEAST_SHARED = 2;
/** Attack: thousands of documents made to share thousands of ids, each pair of them. */
const MOST_PAIRS = 2_000_000;
/** Documents are numbered below this, so that id and number fit one double exactly. */
const MOST_DOCUMENTS = 2 ** 20;

/** Pairs of documents that share at least two revision ids (ECMA-376 part 1, 17.15.1.72) borne by few. */
export function sharedRevisions(documents: readonly (readonly number[])[]): readonly RevisionLink[] {
  const bearing = documents.slice(0, MOST_DOCUMENTS);
  const count = bearing.filter(({ length }) => length > 0).length;
  const mostBearers = Math.min(MOST_COMMON, Math.max(LEAST_COMMON, Math.floor(count * COMMON_SHARE)));
  const pairs = new Map<number, number[]>();
  for (const { id, bearers } of runs(bearing)) {
    if (bearers.length < 2 || bearers.length > mostBearers) continue;
    for (const [at, one] of bearers.entries()) {
      for (const other of bearers.slice(at + 1)) {
        const key = one * MOST_DOCUMENTS + other;
        const known = pairs.get(key);
        if (known !== undefined) known.push(id);
        else if (pairs.size < MOST_PAIRS) pairs.set(key, [id]);
      }
    }
  }
  return [...pairs]
    .filter(([, ids]) => ids.length >= LEAST_SHARED)
    .map(([key, ids]) => ({ one: Math.floor(key / MOST_DOCUMENTS), other: key % MOST_DOCUMENTS, ids }));
}

/** Each id with the documents that bear it, by sorting: millions of ids are in no map. */
function* runs(
  documents: readonly (readonly number[])[],
): Generator<{ id: number; bearers: readonly number[] }> {
  const sorted = new Float64Array(documents.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const [at, ids] of documents.entries()) for (const id of ids) sorted[end++] = id * MOST_DOCUMENTS + at;
  sorted.sort();
  let id = -1;
  let bearers: number[] = [];
  for (const each of sorted) {
    const own = Math.floor(each / MOST_DOCUMENTS);
    if (own !== id) {
      if (id >= 0) yield { id, bearers };
      id = own;
      bearers = [];
    }
    bearers.push(each % MOST_DOCUMENTS);
  }
  if (id >= 0) yield { id, bearers };
}
