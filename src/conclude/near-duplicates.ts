import type { CaseStore } from '../case/store.ts';
import { componentsOf } from '../examine/near-duplicates/components.ts';
import type { NearDuplicate } from '../model/index.ts';
import { chunksOf } from './parts/chunks.ts';
import type { TextComponent } from './parts/cluster-texts.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { SketchedText } from './sketches.ts';

/** Texts of components that one party looks at together. A component is never cut, however large. */
const TEXTS_EACH = 60;

/**
 * Clusters of texts that share most of their wording, over leak and reference together. Nothing is hidden or
 * deleted by it: a cluster is a way to read one text instead of forty, and `similar` shows all of them.
 * The sketches are held, and the shingles of a few texts.
 */
export function concludeNearDuplicates(
  store: CaseStore,
  parts: PartRunner,
  texts: readonly SketchedText[],
): void {
  const components = componentsOf(texts.map(({ sketch }) => sketch)).map(
    (places): TextComponent =>
      places.flatMap((place) => {
        const text = texts[place];
        return text === undefined ? [] : [[text.row, text.kind === 'message'] as const];
      }),
  );
  const found: [row: number, found: NearDuplicate][] = [];
  const ids = new Map(texts.map(({ row, id }) => [row, id] as const));
  const pieces = chunksOf(components, TEXTS_EACH, ({ length }) => length);
  for (const clustered of parts.run('clusterTexts', null, pieces)) {
    for (const [row, first, similarity] of clustered) {
      const cluster = ids.get(first);
      if (cluster !== undefined) found.push([row, { cluster, similarity }]);
    }
  }
  store.transaction(() => store.setNearDuplicates(found));
}
