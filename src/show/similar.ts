import { readableText } from '../case/readable-text.ts';
import type { CaseStore, SearchHit, SketchRow, StoredItem } from '../case/store.ts';
import { overlap, shinglesOf } from '../examine/near-duplicates/shingles.ts';
import { estimate, readSketch } from '../examine/near-duplicates/sketch.ts';
import { diffWords, type WordChange } from '../examine/reference/diff.ts';

/** An item that shares wording with another. */
export interface SimilarItem {
  readonly hit: SearchHit;
  readonly role: StoredItem['role'];
  /** Shingles of four words in both, of those in either: 0 to 1. */
  readonly similarity: number;
  /** Shingles in both, of those of the shorter text: 1 where it stands whole in the longer. */
  readonly containment: number;
  /** The same bytes. */
  readonly identical: boolean;
  /** Words of it were read by OCR: what differs may be misread. */
  readonly ocr: boolean;
  /** What differs between the two texts, the first few changes; null where too much does to be told in short. */
  readonly changes: readonly WordChange[] | null;
}

export type Similar =
  /** Fewer words of its own than the comparison needs. */
  { readonly type: 'too-short' } | { readonly type: 'found'; readonly items: readonly SimilarItem[] };

/** Less in common is what any two texts of one language and subject have. */
const LEAST_SIMILARITY = 0.2;
/** A short text that stands whole in a long one shares little of it. */
const LEAST_CONTAINMENT = 0.6;
/** Texts are read for this many at most; the estimate has put the nearest first. */
const MOST_COMPARED = 400;
const WORTH_COMPARING = 2 / 64;
/** Beyond this, a list of changes is longer than the texts. */
const WORTH_DIFFING = 0.4;
const MOST_CHANGES = 6;

/**
 * Items whose text is near that of one, the nearest first: every sketch of the case is looked at (0.3 s for
 * 100,000), the likeliest are compared word for word. Whatever cluster they are in; nothing is left out but texts
 * too short to compare.
 */
export function similarTo(store: CaseStore, item: StoredItem, limit: number): Similar {
  const sketch = item.content?.sketch ?? null;
  if (sketch === null) return { type: 'too-short' };
  const own = shinglesOf(readableText(item.text, item.ocr), item.message !== null);
  const items = candidates(store, item, sketch)
    .map((row) => {
      const counted = overlap(own, shinglesOf(store.readableText(row.row), row.kind === 'message'));
      return { row, ...counted };
    })
    .filter(
      ({ similarity, containment }) => similarity >= LEAST_SIMILARITY || containment >= LEAST_CONTAINMENT,
    )
    .sort((a, b) => b.similarity - a.similarity || b.containment - a.containment || byPath(a.row, b.row))
    .slice(0, limit);
  return { type: 'found', items: items.flatMap((found) => told(store, item, found)) };
}

function candidates(store: CaseStore, item: StoredItem, sketch: Uint8Array): readonly SketchRow[] {
  const own = readSketch(sketch);
  const found: { row: SketchRow; estimated: number }[] = [];
  for (const row of store.sketches()) {
    if (row.row === item.row) continue;
    const estimated = estimate(own.bins, readSketch(row.sketch).bins);
    if (estimated >= WORTH_COMPARING) found.push({ row, estimated });
  }
  found.sort((a, b) => b.estimated - a.estimated || byPath(a.row, b.row));
  return found.slice(0, MOST_COMPARED).map(({ row }) => row);
}

function byPath(a: SketchRow, b: SketchRow): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.row - b.row;
}

function told(
  store: CaseStore,
  item: StoredItem,
  { row, similarity, containment }: { row: SketchRow; similarity: number; containment: number },
): readonly SimilarItem[] {
  const [hit] = store.hits([row.row], null);
  if (hit === undefined) return [];
  const changes =
    similarity < WORTH_DIFFING
      ? null
      : diffWords(readableText(item.text, item.ocr), store.readableText(row.row)).changes.slice(
          0,
          MOST_CHANGES,
        );
  const identical = row.sha256 === item.sha256;
  return [{ hit, role: row.role, similarity, containment, identical, ocr: row.ocr, changes }];
}
