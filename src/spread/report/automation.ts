import type { Query } from './posts-table.ts';

/** How an account posts, and what its profile says. */
export interface AutomationFeatures {
  readonly who: string;
  readonly handle: string | null;
  readonly posts: number;
  readonly perHour: number;
  /** Most posts in one hour. */
  readonly inOneHour: number;
  /** Seconds: median gap between posts, and their spread by their mean (1 for chance, 0 for a clock). */
  readonly medianGap: number | null;
  readonly gapVariation: number | null;
  /** Different hours of the day with posts; longest pause in hours. */
  readonly hoursAwake: number;
  readonly longestPause: number;
  /** Shares from 0 to 1. */
  readonly reposts: number;
  readonly onTheMinute: number;
  /** Days from the account's making to its first post here; null where not known. */
  readonly ageDays: number | null;
  readonly nameDigits: number;
  readonly client: string | null;
}

/** The same with the points it gives, one by one. */
export interface AutomationScore extends AutomationFeatures {
  /** 0 to 100, the sum of the points below: how much of this is unlike a person typing. */
  readonly score: number;
  readonly points: readonly { readonly feature: string; readonly points: number }[];
}

/** The accounts that could be judged, highest score first. */
export interface AutomationReport {
  readonly judged: number;
  /** Accounts with fewer posts are not judged: their gaps say nothing. */
  readonly leastPosts: number;
  readonly accounts: readonly AutomationScore[];
  readonly above: readonly { readonly score: number; readonly accounts: number }[];
}

const LEAST_POSTS = 10;

/**
 * Features of rhythm and profile for every account with enough posts, scored with reasons. DuckDB adds up on all cores,
 * in any order: what comes of it is rounded, so that a report can be made again to the digit.
 */
export async function automation(query: Query): Promise<AutomationReport> {
  const rows = await query<AutomationFeatures>(
    `WITH g AS (SELECT who, handle, time, repost_of, resolution, account_created, client,
                  (time - lag(time) OVER (PARTITION BY who ORDER BY time)) / 1000.0 AS gap,
                  count(*) OVER (PARTITION BY who ORDER BY time RANGE BETWEEN CURRENT ROW AND 3599999 FOLLOWING) AS hour
                FROM p WHERE who IS NOT NULL)
     SELECT who, any_value(handle) AS handle, count(*) AS posts,
       count(*) / greatest(1, (max(time) - min(time)) / 3600000.0) AS "perHour", max(hour) AS "inOneHour",
       median(gap) AS "medianGap", round(stddev_samp(gap) / nullif(avg(gap), 0), 9) AS "gapVariation",
       count(DISTINCT (time // 3600000) % 24) AS "hoursAwake", coalesce(max(gap), 0) / 3600 AS "longestPause",
       count(repost_of) / count(*) AS reposts,
       count(*) FILTER (resolution IN ('second', 'millisecond') AND (time // 1000) % 60 <= 2) / count(*) AS "onTheMinute",
       (min(time) - min(account_created)) / 86400000.0 AS "ageDays",
       length(regexp_extract(coalesce(any_value(handle), ''), '[0-9]+$')) AS "nameDigits", mode(client) AS client
     FROM g GROUP BY who HAVING count(*) >= ${LEAST_POSTS} ORDER BY who`,
  );
  const scored = rows
    .map(automationScore)
    .sort((a, b) => b.score - a.score || b.posts - a.posts || (a.who < b.who ? -1 : 1));
  return {
    judged: scored.length,
    leastPosts: LEAST_POSTS,
    accounts: scored.slice(0, 100),
    above: [20, 40, 60].map((score) => ({
      score,
      accounts: scored.filter((account) => account.score >= score).length,
    })),
  };
}

/** Points of each feature; thresholds are stated in docs/spread.md and measured in docs/evaluation-spread.md. */
export function automationScore(features: AutomationFeatures): AutomationScore {
  const points = [
    // Nimmo: more than 100 posts a day is remarkable; 50 in an hour is one every 72 seconds without pause.
    { feature: 'rate', points: between(features.inOneHour, 20, 120, 20) },
    {
      feature: 'even-gaps',
      points: features.gapVariation === null ? 0 : between(0.8 - features.gapVariation, 0, 0.7, 40),
    },
    { feature: 'no-pause', points: features.hoursAwake >= 20 && features.longestPause < 5 ? 12 : 0 },
    { feature: 'mostly-reposts', points: between(features.reposts, 0.85, 1, 8) },
    // Three of sixty seconds are 5 % by chance; schedulers fire on the minute.
    { feature: 'on-the-minute', points: between(features.onTheMinute, 0.2, 0.8, 12) },
    {
      feature: 'new-account',
      points: features.ageDays === null ? 0 : between(60 - features.ageDays, 0, 60, 4),
    },
    { feature: 'name-of-digits', points: features.nameDigits >= 6 ? 4 : 0 },
  ].filter((part) => part.points > 0);
  const score = Math.min(
    100,
    points.reduce((sum, part) => sum + part.points, 0),
  );
  return { ...features, score, points };
}

/** 0 below `low`, `most` above `high`, in proportion between. */
function between(value: number, low: number, high: number, most: number): number {
  return Math.round(most * Math.min(1, Math.max(0, (value - low) / (high - low))));
}
