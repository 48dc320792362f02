import type { CaseStore } from '../case/store.ts';
import type { NearDuplicate } from '../model/index.ts';
import { type RecordCursor, RecordList } from '../spill/record-list.ts';
import type { Scratch } from '../spill/scratch.ts';
import type { TextComponent } from './parts/cluster-texts.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { TextTable } from './text-table.ts';

/** Texts of components that one party looks at together. A component is never cut, however large. */
const TEXTS_EACH = 60;

/**
 * Clusters of texts that share most of their wording, over leak and reference together. Nothing is hidden or
 * deleted by it: a cluster is a way to read one text instead of forty, and `similar` shows all of them.
 */
export function concludeNearDuplicates(
  store: CaseStore,
  parts: PartRunner,
  scratch: Scratch,
  texts: TextTable,
): void {
  const found = new RecordList(scratch, 4);
  const share = new Float64Array(1);
  const words = new Int32Array(share.buffer);
  const asked: (readonly number[])[] = [];
  const pieces = piecesOf(texts.sketches.components(), texts, asked);
  for (const clustered of parts.run('clusterTexts', null, pieces)) {
    const places = new Map((asked.shift() ?? []).map((place) => [texts.row(place), place]));
    for (const [row, first, similarity] of clustered) {
      share[0] = similarity;
      found.add(places.get(row) ?? 0, places.get(first) ?? 0, words[0] ?? 0, words[1] ?? 0);
    }
  }
  store.transaction(() => store.setNearDuplicates(clustersIn(found.read(), texts)));
}

/** @param asked is added the places of each piece as it is given out */
function* piecesOf(
  components: Iterable<readonly number[]>,
  texts: TextTable,
  asked: (readonly number[])[],
): IterableIterator<readonly TextComponent[]> {
  let piece: TextComponent[] = [];
  let places: number[] = [];
  for (const component of components) {
    piece.push(component.map((place) => [texts.row(place), texts.isMessage(place)] as const));
    for (const place of component) places.push(place);
    if (places.length < TEXTS_EACH) continue;
    asked.push(places);
    yield piece;
    [piece, places] = [[], []];
  }
  if (piece.length === 0) return;
  asked.push(places);
  yield piece;
}

function* clustersIn(
  found: RecordCursor,
  texts: TextTable,
): IterableIterator<readonly [row: number, found: NearDuplicate]> {
  const share = new Float64Array(1);
  const words = new Int32Array(share.buffer);
  while (found.next()) {
    [words[0], words[1]] = [found.word(2), found.word(3)];
    yield [texts.row(found.word(0)), { cluster: texts.idOf(found.word(1)), similarity: share[0] ?? 0 }];
  }
}
