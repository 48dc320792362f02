import { mostOf } from '../../components/time/most-of.ts';

/** One month, or more of them where the leak spans years. */
export interface MonthColumn {
  /** `YYYY-MM`, or `YYYY` for a whole year. */
  readonly name: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Time without a message lies before it. */
  readonly afterGap: boolean;
}

export interface MonthColumns {
  readonly columns: readonly MonthColumn[];
  /** Messages of stray dates, which no column holds. */
  readonly outside: number;
}

/** Columns beyond this number are too thin to be clicked: years then, not months. */
const MOST_MONTHS = 48;

/** Messages by month, by year where months would be too many; what nobody wrote in is left out. */
export function monthColumns(
  months: readonly { readonly month: string; readonly count: number }[],
): MonthColumns {
  const { from, to, outside } = mostOf(
    months.map(({ month, count }) => ({ at: Date.parse(`${month}-01`), count })),
  );
  const shown = months.slice(from, to + 1);
  const sums = new Map<string, number>();
  const length = shown.length > MOST_MONTHS ? 'YYYY'.length : 'YYYY-MM'.length;
  for (const { month, count } of shown) {
    const name = month.slice(0, length);
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  let before: string | null = null;
  const columns = [...sums].map(([name, count]) => {
    const column = { name, ...daysOf(name), count };
    const afterGap = before !== null && Date.parse(column.from) - Date.parse(before) > DAY;
    before = column.to;
    return { ...column, afterGap };
  });
  return { columns, outside };
}

const DAY = 86_400_000;

function daysOf(name: string): { readonly from: string; readonly to: string } {
  const [year = 0, month] = name.split('-').map(Number);
  const next = month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  const from = month === undefined ? `${name}-01-01` : `${name}-01`;
  return { from, to: new Date(next - DAY).toISOString().slice(0, 10) };
}
