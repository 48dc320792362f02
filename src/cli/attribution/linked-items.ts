import type { Matrix } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/store.ts';
import type { Verdict } from '../../model/index.ts';

/** An item that evidence links to, as the case knows it. */
export interface LinkedItem {
  readonly evidence: string;
  readonly ref: string;
  /** Null: there is no such item in the case, and the row rests on nothing one can look at. */
  readonly item: { readonly id: string; readonly path: string; readonly verdict: Verdict | null } | null;
}

/** Every link of kind `item`, by id, the beginning of one, or path, looked up in a case. */
export function linkedItems(matrix: Matrix, store: CaseStore): readonly LinkedItem[] {
  return matrix.evidence.flatMap((row) =>
    row.links
      .filter(({ kind }) => kind === 'item')
      .map(({ ref }) => {
        const found = store.item(ref) ?? store.itemByPath('leak', ref) ?? store.itemByPath('reference', ref);
        const item =
          found === null
            ? null
            : { id: found.id, path: found.path, verdict: found.judgement?.verdict ?? null };
        return { evidence: row.id, ref, item };
      }),
  );
}
