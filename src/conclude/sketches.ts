import type { CaseStore, SketchRow } from '../case/store.ts';
import { readSketch, type Sketch } from '../examine/near-duplicates/sketch.ts';

/** A text by its sketch: some 300 bytes, held while the passes that ask for likeness run. */
export interface SketchedText extends Pick<SketchRow, 'row' | 'id' | 'role' | 'kind' | 'sha256' | 'ocr'> {
  readonly sketch: Sketch;
}

/** Rows come in the order in which workers happened to find them; paths do not. */
export function sketchesInPathOrder(store: CaseStore): readonly SketchedText[] {
  return [...store.sketches()]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.row - b.row))
    .map(({ row, id, role, kind, sha256, sketch, ocr }) => ({
      row,
      id,
      role,
      kind,
      sha256,
      sketch: readSketch(sketch),
      ocr,
    }));
}
