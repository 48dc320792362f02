import type { CaseStore } from '../case/store.ts';
import type { AskedItem } from '../decoys/recognise/index.ts';
import type { DecoyLikeness, DecoyMatch } from '../model/index.ts';

/** What finds decoys; the ledger stays with whoever holds it. */
export interface DecoyFinder {
  about(item: AskedItem): DecoyMatch | null;
}

/** Items by how they were recognised. */
export type DecoyCounts = Readonly<Record<DecoyLikeness, number>>;

/**
 * Marks the items of the leak that are decoys of a ledger: their ids, and how they were recognised. Verdicts do not
 * change: whether a mail is authentic and whether it is a decoy are two questions. Replaces the marks there were.
 */
export function concludeDecoys(store: CaseStore, finder: DecoyFinder): DecoyCounts {
  const found: [row: number, match: DecoyMatch][] = [];
  const take = (row: number, item: AskedItem) => {
    const match = finder.about(item);
    if (match !== null) found.push([row, match]);
  };
  for (const { row, sha256, date, subject } of store.messages('leak')) {
    const headers = () => store.itemByRow(row)?.message ?? null;
    take(row, { sha256, text: () => store.textOf(row), message: { date, subject, headers } });
  }
  for (const { row, sha256 } of store.carried('leak')) {
    // A decoy that was printed and scanned has its words from OCR alone.
    take(row, { sha256, text: () => store.readableText(row), message: null });
  }
  const counts = { exact: 0, 're-encoded': 0, attachment: 0, text: 0 };
  for (const [, { as }] of found) counts[as]++;
  store.transaction(() => {
    store.setDecoys(found);
    store.log('decoys-marked', counts);
  });
  return counts;
}
