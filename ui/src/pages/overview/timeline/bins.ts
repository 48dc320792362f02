import type { TimelineDay } from '../../../../../src/server/api/overview.ts';
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

/**
 * Days put together into columns of equal length. Stray dates (1970, 2038) would flatten everything else, so the
 * line spans the middle 99.8 per cent of the messages, or 96 where that is much shorter; `outside` tells how many that
 * leaves out.
 */
export function binsOf(days: readonly TimelineDay[]): Bins & { readonly outside: number } {
  const { first, last, outside } = shownOf(days);
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

/** What is cut off at either end, of a thousand messages: a few always, more where a few stretch the line. */
const CUT = 1;
const MOST_CUT = 20;
/** So many times as short has a line to be for more to be left out. */
const MUCH = 3;

interface Middle {
  readonly first: number;
  readonly last: number;
  readonly outside: number;
}

function shownOf(days: readonly TimelineDay[]): Middle {
  const [wide, narrow] = [middle(days, CUT), middle(days, MOST_CUT)];
  const span = ({ first, last }: Middle): number => last - first + DAY;
  return MUCH * span(narrow) <= span(wide) ? narrow : wide;
}

function middle(days: readonly TimelineDay[], thousandths: number): Middle {
  const sums = days.map(({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0));
  const total = sums.reduce((sum, count) => sum + count, 0);
  const cut = Math.floor((total * thousandths) / 1000);
  const from = firstBeyond(sums, cut);
  const to = days.length - 1 - firstBeyond(sums.toReversed(), cut);
  const inside = sums.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  return {
    first: Date.parse(days[from]?.day ?? ''),
    last: Date.parse(days[to]?.day ?? ''),
    outside: total - inside,
  };
}

function firstBeyond(sums: readonly number[], cut: number): number {
  let seen = 0;
  return Math.max(
    0,
    sums.findIndex((count) => {
      seen += count;
      return seen > cut;
    }),
  );
}
