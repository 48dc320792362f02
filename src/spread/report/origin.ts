import { countryOf } from './countries.ts';
import type { Query } from './posts-table.ts';

/** Posts of one country in one language. */
export interface OriginCell {
  /** Country as two letters, `other`, or `none` where nothing is declared. */
  readonly country: string;
  /** Language of the text; `none` where not told. */
  readonly lang: string;
  readonly posts: number;
  readonly accounts: number;
}

/** Where accounts say they are, and what language posts are in: units that may contradict each other. */
export interface Origin {
  readonly cells: readonly OriginCell[];
  /** Accounts by declared country, posts by language, accounts by the language most of their posts are in. */
  readonly accountsByCountry: readonly { readonly name: string; readonly n: number }[];
  readonly postsByLanguage: readonly { readonly name: string; readonly n: number }[];
  readonly accountsByLanguage: readonly { readonly name: string; readonly n: number }[];
  /** Language of the 25 most re-shared posts: another unit, which can tell another story. */
  readonly topPostsByLanguage: readonly { readonly name: string; readonly n: number }[];
  /** Posts by hour of the day (UTC), for the languages with most posts. */
  readonly hours: readonly { readonly lang: string; readonly posts: readonly number[] }[];
}

/** Declared place, language of texts, hours: in one matrix, each unit named. */
export async function origin(query: Query): Promise<Origin> {
  const accounts = await query<{ who: string; place: string | null; lang: string; posts: number }>(
    `SELECT who, coalesce(any_value(place), any_value(account_place)) AS place, coalesce(lang, 'none') AS lang, count(*) AS posts
     FROM p WHERE who IS NOT NULL GROUP BY who, coalesce(lang, 'none')`,
  );
  // A place declared beside one post of an account is declared for all.
  const places = new Map<string, string | null>();
  for (const row of accounts) places.set(row.who, places.get(row.who) ?? row.place);
  const cells = new Map<string, { country: string; lang: string; posts: number; accounts: number }>();
  for (const { who, lang, posts } of accounts) {
    const country = named(places.get(who) ?? null);
    const cell = cells.get(`${country} ${lang}`) ?? { country, lang, posts: 0, accounts: 0 };
    cell.posts += posts;
    cell.accounts++;
    cells.set(`${country} ${lang}`, cell);
  }
  const countries = new Map<string, number>();
  for (const place of places.values()) countries.set(named(place), (countries.get(named(place)) ?? 0) + 1);
  const languages = await query<{ name: string; n: number }>(
    `SELECT coalesce(lang, 'none') AS name, count(*) AS n FROM p GROUP BY 1 ORDER BY n DESC, name`,
  );
  return {
    cells: [...cells.values()].sort((a, b) => b.posts - a.posts || (a.country < b.country ? -1 : 1)),
    accountsByCountry: [...countries]
      .map(([name, n]) => ({ name, n }))
      .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1)),
    postsByLanguage: languages,
    accountsByLanguage: await query(
      `SELECT lang AS name, count(*) AS n FROM (SELECT who, mode(coalesce(lang, 'none')) AS lang FROM p WHERE who IS NOT NULL GROUP BY who)
       GROUP BY 1 ORDER BY n DESC, name`,
    ),
    topPostsByLanguage: await query(
      `SELECT lang AS name, count(*) AS n FROM (SELECT coalesce(mode(lang), 'none') AS lang FROM p WHERE repost_of IS NOT NULL GROUP BY platform, repost_of ORDER BY count(*) DESC, repost_of LIMIT 25)
       GROUP BY 1 ORDER BY n DESC, name`,
    ),
    hours: await hours(
      query,
      languages.slice(0, 4).map((row) => row.name),
    ),
  };
}

async function hours(query: Query, languages: readonly string[]): Promise<Origin['hours']> {
  const rows = await query<{ lang: string; hour: number; n: number }>(
    `SELECT coalesce(lang, 'none') AS lang, (time // 3600000) % 24 AS hour, count(*) AS n FROM p GROUP BY 1, 2`,
  );
  return languages.map((lang) => {
    const posts = Array.from({ length: 24 }, () => 0);
    for (const row of rows) if (row.lang === lang) posts[row.hour] = row.n;
    return { lang, posts };
  });
}

function named(place: string | null): string {
  return place === null ? 'none' : (countryOf(place) ?? 'other');
}
