import type { CustodyEntry } from '../../case/store.ts';
import type { CustodyRow } from '../api/custody.ts';

/**
 * Both logs as one, newest first, each log in the order of its own chain: a clock that was set back does not move
 * an entry. The case's log repeats what the review's says (`mirrorReview`): what is the same, by number and hash,
 * stands once. What differs, or what the review's log no longer has, stands for itself: that is a finding.
 */
export function custodyRows(
  own: readonly CustodyEntry[],
  review: readonly CustodyEntry[],
): readonly CustodyRow[] {
  const byNumber = new Map(review.map((entry) => [entry.number, entry]));
  const toldAs = new Map<number, number>();
  const left: CustodyRow[] = [];
  for (const entry of own) {
    const { reviewEvent, reviewHash } = entry.detail;
    const said = typeof reviewEvent === 'number' ? byNumber.get(reviewEvent) : undefined;
    if (said === undefined || said.hash !== reviewHash || said.action !== entry.action)
      left.push({ chain: 'case', toldAs: null, ...entry });
    else if (!toldAs.has(said.number)) toldAs.set(said.number, entry.number);
  }
  const said = review.map((entry) => ({
    chain: 'review' as const,
    toldAs: toldAs.get(entry.number) ?? null,
    ...entry,
  }));
  return newestFirst(left, said);
}

/** Merges two chains from their ends. */
function newestFirst(left: readonly CustodyRow[], right: readonly CustodyRow[]): readonly CustodyRow[] {
  const rows: CustodyRow[] = [];
  let [a, b] = [left.length - 1, right.length - 1];
  while (rows.length < left.length + right.length) {
    const [x, y] = [left[a], right[b]];
    const next = y === undefined || (x !== undefined && x.time > y.time) ? x : y;
    if (next === undefined) break;
    rows.push(next);
    if (next === x) a--;
    else b--;
  }
  return rows;
}
