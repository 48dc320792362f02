import type { TableRow } from '../../case/index.ts';
import type { Verdict } from '../../model/index.ts';

export interface DatedItem {
  readonly id: string;
  readonly date: string;
  readonly verdict: Verdict | null;
}

/** From when to when the mail of a leak is, by dates that one may go by. */
export interface MailSpan {
  readonly first: DatedItem | null;
  readonly last: DatedItem | null;
  /** Messages whose dates lie outside, and were not gone by. */
  readonly aside: number;
}

/**
 * Gathers the dates of messages. What was altered or is doubtful, and what we planted ourselves, says nothing of when the
 * mail is from; nor does a single date far from all others, unless a signature covers it.
 */
export class MailSpans {
  readonly #decoys: ReadonlySet<number>;
  readonly #dated: (DatedItem & { readonly use: 'bounds' | 'company' | 'none' })[] = [];

  /** @param decoys rows of items that were recognised as planted */
  constructor(decoys: ReadonlySet<number>) {
    this.#decoys = decoys;
  }

  add({ row, id, date, verdict }: Pick<TableRow, 'row' | 'id' | 'date' | 'verdict'>): void {
    if (date === null || date < EARLIEST) return;
    const none = verdict === 'altered' || this.#decoys.has(row);
    // Bait is doubtful and came when it says: it keeps other dates company, and bounds nothing.
    this.#dated.push({
      id,
      date,
      verdict,
      use: none ? 'none' : verdict === 'doubtful' ? 'company' : 'bounds',
    });
  }

  span(): MailSpan {
    const all = this.#dated.toSorted(byDate);
    // Where nothing is left, all there is says more than nothing; it is told as the items' own dates.
    const used = all.some(({ use }) => use === 'bounds') ? all.filter(({ use }) => use !== 'none') : all;
    const near = used.slice(strays(used), used.length - strays(used.toReversed()));
    const bounds = near.some(({ use }) => use === 'bounds')
      ? near.filter(({ use }) => use === 'bounds')
      : near;
    const [first, last] = [bounds[0], bounds.at(-1)];
    if (first === undefined || last === undefined) return { first: null, last: null, aside: 0 };
    const aside = all.filter(({ date }) => date < first.date || date > last.date).length;
    return { first: dated(first), last: dated(last), aside };
  }
}

/** Mail is younger than this; dates of 1970 and 1904 are clocks that were never set. */
const EARLIEST = '1985';

/** As the pass over traces has it: beyond such a gap few dates are slips and spam, and many are a past. */
const LONGEST_SILENCE = 60 * 86_400_000;
const MOST_STRAYS = 0.005;
const LEAST_MESSAGES = 20;

/** How many dates from the beginning of the list on stand far from all others, signed ones never. */
function strays(ordered: readonly DatedItem[]): number {
  if (ordered.length < LEAST_MESSAGES) return 0;
  const most = Math.max(1, Math.floor(ordered.length * MOST_STRAYS));
  const signed = ordered.findIndex(({ verdict }) => verdict === 'authentic');
  for (let at = signed < 0 ? most : Math.min(most, signed); at > 0; at--) {
    const [outer, inner] = [ordered[at - 1], ordered[at]];
    if (outer === undefined || inner === undefined) continue;
    if (Math.abs(Date.parse(inner.date) - Date.parse(outer.date)) > LONGEST_SILENCE) return at;
  }
  return 0;
}

function byDate(a: DatedItem, b: DatedItem): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

function dated({ id, date, verdict }: DatedItem): DatedItem {
  return { id, date, verdict };
}
