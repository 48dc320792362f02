/** What is cut off at either end, of a thousand messages: a few always, more where a few stretch the line. */
const CUT = 1;
const MOST_CUT = 20;
/** So many times as short has a line to be for more to be left out. */
const MUCH = 3;

/** A day or a month in milliseconds UTC, and how many messages it has. */
export interface CountedTime {
  readonly at: number;
  readonly count: number;
}

export interface Most {
  /** Index of the first and the last that are shown. */
  readonly from: number;
  readonly to: number;
  /** Messages before and after them. */
  readonly outside: number;
}

/**
 * The stretch of time in which most messages lie. Stray dates (1899, 1970, 2038) would flatten everything else, so that it is
 * the middle 99.8 per cent of the messages, or 96 where that is much shorter.
 *
 * @param times in order, each once
 */
export function mostOf(times: readonly CountedTime[]): Most {
  const [wide, narrow] = [middle(times, CUT), middle(times, MOST_CUT)];
  const span = ({ from, to }: Most): number => (times[to]?.at ?? 0) - (times[from]?.at ?? 0);
  return MUCH * span(narrow) <= span(wide) ? narrow : wide;
}

function middle(times: readonly CountedTime[], thousandths: number): Most {
  const counts = times.map(({ count }) => count);
  const total = sum(counts);
  const cut = Math.floor((total * thousandths) / 1000);
  const from = firstBeyond(counts, cut);
  const to = times.length - 1 - firstBeyond(counts.toReversed(), cut);
  return { from, to, outside: total - sum(counts.slice(from, to + 1)) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function firstBeyond(counts: readonly number[], cut: number): number {
  let seen = 0;
  return Math.max(
    0,
    counts.findIndex((count) => {
      seen += count;
      return seen > cut;
    }),
  );
}
