import type { TimelineDay } from '../../../../../src/server/api/overview.ts';
import { mostOf } from '../../../components/time/most-of.ts';
import { SHOWN_VERDICTS, type ShownVerdict } from '../../../components/verdict/shown-verdict.ts';

/** Columns beyond this number are too thin to be clicked. */
const MOST_BINS = 120;

const DAY = 86_400_000;

/** A column of the time line: a day, or several where the leak spans years. */
export interface Bin {
  /** First day, milliseconds UTC. */
  readonly from: number;
  readonly counts: Readonly<Partial<Record<ShownVerdict, number>>>;
  readonly total: number;
}

export interface Bins {
  readonly bins: readonly Bin[];
  /** Milliseconds each column spans. */
  readonly width: number;
  readonly start: number;
  /** Last day that is shown. */
  readonly end: number;
}

/** Days put together into columns of equal length, without stray ones; `outside` tells how many messages that leaves out. */
export function binsOf(days: readonly TimelineDay[]): Bins & { readonly outside: number } {
  const { from, to, outside } = mostOf(
    days.map(({ day, counts }) => ({
      at: Date.parse(day),
      count: Object.values(counts).reduce((sum, count) => sum + count, 0),
    })),
  );
  const [first, last] = [Date.parse(days[from]?.day ?? ''), Date.parse(days[to]?.day ?? '')];
  const span = last - first + DAY;
  const width = Math.max(1, Math.ceil(span / DAY / MOST_BINS)) * DAY;
  const bins = Array.from({ length: Math.ceil(span / width) }, (_, n) => ({
    from: first + n * width,
    counts: {} as Partial<Record<ShownVerdict, number>>,
    total: 0,
  }));
  for (const { day, counts } of days) {
    const bin = bins[Math.floor((Date.parse(day) - first) / width)];
    if (bin === undefined) continue;
    for (const verdict of SHOWN_VERDICTS) {
      const count = counts[verdict] ?? 0;
      if (count === 0) continue;
      bin.counts[verdict] = (bin.counts[verdict] ?? 0) + count;
      bin.total += count;
    }
  }
  return { bins, width, start: first, end: last, outside };
}
