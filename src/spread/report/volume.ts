import { bursts } from './bursts.ts';
import type { Query } from './posts-table.ts';

const MINUTE = 60_000;
/** The bins a chart may have, in minutes; the finest that gives at most 240 bins is taken. */
const BIN_MINUTES = [1, 5, 15, 60, 180, 360, 1440, 10_080];
const MOST_BINS = 240;
const EARLY_MS = 3.5 * 3_600_000;

/** One of the first posts; `time` in UTC milliseconds. */
export interface FirstPost {
  readonly time: number;
  readonly platform: string;
  readonly id: string;
  readonly who: string | null;
  readonly repost_of: string | null;
}

/** How many posts when; times in UTC milliseconds. */
export interface Volume {
  readonly posts: number;
  readonly accounts: number;
  readonly first: number;
  readonly last: number;
  readonly binMinutes: number;
  /** Posts per bin, from the bin that holds `first` (bins begin at whole multiples in UTC). */
  readonly start: number;
  readonly counts: readonly number[];
  readonly bursts: readonly { readonly from: number; readonly to: number; readonly posts: number }[];
  /** Posts in the 3.5 hours after the first, and in the busiest 3.5 hours. */
  readonly early: number;
  readonly busiest: { readonly from: number; readonly posts: number };
  /** Milliseconds from the first post to the hundredth, thousandth ... */
  readonly reached: readonly { readonly posts: number; readonly afterMs: number }[];
  readonly firstPosts: readonly FirstPost[];
}

/** How much, when, who began. */
export async function volume(query: Query): Promise<Volume> {
  const [total] = await query<{ posts: number; accounts: number; first: number; last: number }>(
    'SELECT count(*) AS posts, count(DISTINCT who) AS accounts, min(time) AS first, max(time) AS last FROM p',
  );
  const { posts = 0, accounts = 0, first = 0, last = 0 } = total ?? {};
  const span = (last - first) / MINUTE;
  const binMinutes = BIN_MINUTES.find((bin) => span / bin <= MOST_BINS) ?? Math.ceil(span / MOST_BINS);
  const bin = binMinutes * MINUTE;
  const start = Math.floor(first / bin) * bin;
  const rows = await query<{ bin: number; n: number }>(
    `SELECT (time - ${start}) // ${bin} AS bin, count(*) AS n FROM p GROUP BY 1 ORDER BY 1`,
  );
  const counts = Array.from({ length: Math.floor((last - start) / bin) + 1 }, () => 0);
  for (const row of rows) counts[row.bin] = row.n;
  const [early] = await query<{ n: number }>(`SELECT count(*) AS n FROM p WHERE time < ${first + EARLY_MS}`);
  const [busiest] = await query<{ time: number; n: number }>(
    `SELECT time, count(*) OVER (ORDER BY time RANGE BETWEEN CURRENT ROW AND ${EARLY_MS - 1} FOLLOWING) AS n
     FROM p ORDER BY n DESC, time LIMIT 1`,
  );
  const reached = await query<{ posts: number; afterMs: number }>(
    `SELECT n AS posts, time - ${first} AS "afterMs" FROM (SELECT time, row_number() OVER (ORDER BY time, id) AS n FROM p)
     WHERE n IN (100, 1000, 10000, 100000, 1000000) ORDER BY n`,
  );
  const firstPosts = await query<FirstPost>(
    'SELECT time, platform, id, who, repost_of FROM p ORDER BY time, id LIMIT 20',
  );
  return {
    posts,
    accounts,
    first,
    last,
    binMinutes,
    start,
    counts,
    reached,
    firstPosts,
    bursts: bursts(counts).map((burst) => ({
      from: start + burst.first * bin,
      to: start + (burst.last + 1) * bin,
      posts: burst.count,
    })),
    early: early?.n ?? 0,
    busiest: { from: busiest?.time ?? first, posts: busiest?.n ?? 0 },
  };
}
