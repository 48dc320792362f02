import type { Query } from './posts-table.ts';

/** One of the accounts with most posts. */
export interface ActiveAccount {
  readonly who: string;
  readonly posts: number;
  /** Between its first and last post, at least one hour. */
  readonly perHour: number;
  /** Most posts in any two hours. */
  readonly inTwoHours: number;
  readonly reposts: number;
}

/** A post that was re-shared many times within minutes; times in UTC milliseconds. */
export interface Run {
  readonly post: string;
  readonly author: string | null;
  readonly total: number;
  /** Most re-shares in any one minute, any five minutes; when the latter began. */
  readonly inOneMinute: number;
  readonly inFiveMinutes: number;
  readonly from: number;
  /** Within the minute that began with the first re-share. */
  readonly firstMinute: number;
}

/** How the posts are spread over accounts. */
export interface Concentration {
  readonly gini: number;
  /** Share of all posts by the ten most active accounts, by the most active 1 %. */
  readonly topTenPosts: number;
  readonly topTenShare: number;
  readonly topPercentShare: number;
  /** Coefficient of traffic manipulation (Nimmo 2019): comparative, not absolute. */
  readonly manipulation: {
    readonly reposts: number;
    readonly topFifty: number;
    readonly perAccount: number;
    readonly value: number;
  };
  readonly accounts: readonly ActiveAccount[];
  readonly runs: readonly Run[];
  /** The fastest run against all re-shared posts, and against the other posts of its author. */
  readonly unusual: {
    readonly resharedPosts: number;
    /** Posts with as many re-shares within five minutes, the fastest included. */
    readonly asFast: number;
    readonly authorPosts: number;
    readonly authorAsFast: number;
    /** Largest and median five-minute run of the author's other posts; null without any. */
    readonly authorMedian: number | null;
  };
}

const TWO_HOURS = 7_200_000;

/** Who posts most, and how fast re-shares came. */
export async function concentration(query: Query): Promise<Concentration> {
  const [inequality] = await query<Inequality>(
    `WITH a AS (SELECT count(*) AS n FROM p WHERE who IS NOT NULL GROUP BY who),
          r AS (SELECT n, row_number() OVER (ORDER BY n) AS i, count(*) OVER () AS c, sum(n) OVER () AS s FROM a)
     SELECT coalesce(2 * sum(i * n) / (max(c) * max(s)) - (max(c) + 1) / max(c), 0) AS gini,
            coalesce(sum(n) FILTER (i > c - 10), 0) AS ten, coalesce(sum(n) FILTER (i > c - 50), 0) AS fifty,
            coalesce(sum(n) FILTER (i > c - greatest(1, ceil(c / 100))), 0) AS percent,
            coalesce(max(s), 0) AS total, coalesce(max(c), 0) AS accounts,
            (SELECT count(*) FROM p WHERE repost_of IS NOT NULL) AS reposts FROM r`,
  );
  const {
    gini = 0,
    ten = 0,
    fifty = 0,
    percent = 0,
    total = 0,
    accounts = 0,
    reposts = 0,
  } = inequality ?? {};
  const share = (part: number): number => (total === 0 ? 0 : part / total);
  const manipulation = {
    reposts: 100 * share(reposts),
    topFifty: 100 * share(fifty),
    perAccount: accounts === 0 ? 0 : total / accounts,
  };
  const runs = await fastestRuns(query);
  return {
    gini,
    topTenPosts: ten,
    topTenShare: share(ten),
    topPercentShare: share(percent),
    manipulation: {
      ...manipulation,
      value: manipulation.reposts / 10 + manipulation.topFifty + manipulation.perAccount,
    },
    accounts: await mostActive(query),
    runs,
    unusual: await unusual(query, runs[0]),
  };
}

interface Inequality {
  readonly gini: number;
  readonly ten: number;
  readonly fifty: number;
  readonly percent: number;
  readonly total: number;
  readonly accounts: number;
  readonly reposts: number;
}

function mostActive(query: Query): Promise<ActiveAccount[]> {
  return query(
    `WITH w AS (SELECT who, time, repost_of, count(*) OVER (PARTITION BY who ORDER BY time RANGE BETWEEN CURRENT ROW AND ${TWO_HOURS} FOLLOWING) AS n
                FROM p WHERE who IN (SELECT who FROM p WHERE who IS NOT NULL GROUP BY who ORDER BY count(*) DESC, who LIMIT 20))
     SELECT who, count(*) AS posts, count(*) / greatest(1, (max(time) - min(time)) / 3600000.0) AS "perHour",
            max(n) AS "inTwoHours", count(repost_of) AS reposts
     FROM w GROUP BY who ORDER BY posts DESC, who`,
  );
}

async function fastestRuns(query: Query): Promise<Run[]> {
  await query(
    `CREATE TEMP TABLE runs AS
     WITH w AS (SELECT platform, repost_of, repost_account, time, min(time) OVER (PARTITION BY platform, repost_of) AS begun,
                  count(*) OVER (PARTITION BY platform, repost_of ORDER BY time RANGE BETWEEN CURRENT ROW AND 59999 FOLLOWING) AS one,
                  count(*) OVER (PARTITION BY platform, repost_of ORDER BY time RANGE BETWEEN CURRENT ROW AND 299999 FOLLOWING) AS five
                FROM p WHERE repost_of IS NOT NULL)
     SELECT repost_of AS post, any_value(repost_account) AS author, count(*) AS total, max(one) AS "inOneMinute",
            max(five) AS "inFiveMinutes", arg_max(time, five) AS "from",
            count(*) FILTER (time < begun + 60000) AS "firstMinute"
     FROM w GROUP BY platform, repost_of`,
  );
  return query('SELECT * FROM runs ORDER BY "inFiveMinutes" DESC, total DESC, post LIMIT 10');
}

async function unusual(query: Query, fastest: Run | undefined): Promise<Concentration['unusual']> {
  const five = fastest?.inFiveMinutes ?? 0;
  const author =
    fastest?.author === null || fastest === undefined ? 'NULL' : `'${fastest.author.replaceAll("'", "''")}'`;
  const [row] = await query<Concentration['unusual']>(
    `SELECT count(*) AS "resharedPosts", count(*) FILTER ("inFiveMinutes" >= ${five}) AS "asFast",
            count(*) FILTER (author = ${author}) AS "authorPosts",
            count(*) FILTER (author = ${author} AND "inFiveMinutes" >= ${five}) AS "authorAsFast",
            median("inFiveMinutes") FILTER (author = ${author} AND post <> '${(fastest?.post ?? '').replaceAll("'", "''")}') AS "authorMedian"
     FROM runs`,
  );
  return row ?? { resharedPosts: 0, asFast: 0, authorPosts: 0, authorAsFast: 0, authorMedian: null };
}
