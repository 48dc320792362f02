/** Brings the truth of an exercise and the verdicts of a case together. */
import type { CaseStore, StoredItem } from '../../case/store.ts';
import type { Reason, Verdict } from '../../model/index.ts';
import type { TruthRow } from '../truth.ts';

/** An item's truth beside its verdict. */
export interface Scored {
  readonly truth: TruthRow;
  /** Null when the case has no such item: it was lost, which is worse than any verdict. */
  readonly id: string | null;
  /** Null for what takes no verdict, and where there is no item. */
  readonly verdict: Verdict | null;
  readonly reasons: readonly Reason[];
}

/** The row of each truth, in its order. The dump may have been given under any name. */
export function joinTruth(truth: readonly TruthRow[], store: CaseStore): readonly Scored[] {
  const inputs = store.inputs().filter(({ role }) => role === 'leak');
  return truth.map((row) => {
    const item =
      inputs
        .map(({ name }) => store.itemByPath('leak', `${name}/${row.path}`))
        .find((each) => each !== null) ?? null;
    return scoredOf(row, item);
  });
}

function scoredOf(truth: TruthRow, item: StoredItem | null): Scored {
  const judgement = item?.judgement ?? null;
  return {
    truth,
    id: item?.id ?? null,
    verdict: judgement?.verdict ?? null,
    reasons: judgement?.reasons ?? [],
  };
}
