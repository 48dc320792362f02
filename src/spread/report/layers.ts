import type { Shares } from '../coordination/index.ts';
import { hashtagName } from '../post.ts';
import { quoted } from '../store/duckdb.ts';
import { nearTexts } from './near-texts.ts';
import type { Query } from './posts-table.ts';

/**
 * What can be shared. Each kind is a layer of its own: a re-share of a post with a link is one act, not two,
 * and edges of different kinds are never added up.
 */
export const LAYERS = ['repost', 'link', 'text', 'hashtags', 'media', 'object'] as const;

export type Layer = (typeof LAYERS)[number];

export interface LayerShares {
  readonly layer: Layer;
  readonly shares: Shares;
  readonly objectNames: readonly string[];
  readonly accountNames: readonly string[];
  readonly contentNames: readonly string[];
  /** Hour and language of every share as a number: accounts are only exchanged within one. */
  readonly stratum: Uint32Array;
  readonly strata: number;
  /** Objects left out because more than `HOT_ACCOUNTS` accounts shared them. */
  readonly hot: readonly { readonly object: string; readonly accounts: number }[];
}

/**
 * An object that so many share says nothing of any two of them, and its pairs grow with the square: 20,000 within
 * 3.5 hours are 1.7 million within a minute.
 */
const HOT_ACCOUNTS = 20_000;

/** Shortest text, after links and mentions are taken out, that is a shared object: "merci" is not. */
const LEAST_TEXT = 25;
/** Fewest hashtags beside the one of the collection that make a combination. */
const LEAST_TAGS = 3;

/**
 * The shares of a layer: the first of every account and object, in order of account names. Objects that only one
 * account shared are among them: the null models deal out accounts over all that was posted, not only over
 * what looks coordinated already.
 */
export async function layerShares(query: Query, layer: Layer, tag: string | null): Promise<LayerShares> {
  const found = await query<ShareRow>(
    `WITH s AS (${SOURCES[layer](tag === null ? null : hashtagName(tag))})
     SELECT object, who, arg_min(content, time) AS content, min(time) AS time,
            arg_min((time // 3600000)::VARCHAR || ' ' || coalesce(lang, ''), time) AS stratum
     FROM s WHERE who IS NOT NULL AND object IS NOT NULL AND object <> ''
     GROUP BY object, who
     ORDER BY who, time, object`,
  );
  const { rows, hot } = withoutHot(layer === 'text' ? withNearTexts(found) : found);
  const [objects, accounts, contents, strata] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()];
  const shares = {
    count: rows.length,
    object: Uint32Array.from(rows, (row) => objects.of(row.object)),
    account: Uint32Array.from(rows, (row) => accounts.of(row.who)),
    content: Uint32Array.from(rows, (row) => contents.of(row.content)),
    time: Float64Array.from(rows, (row) => row.time),
    own: Uint8Array.from(rows, (row) => (row.object === row.content ? 1 : 0)),
  };
  const stratum = Uint32Array.from(rows, (row) => strata.of(row.stratum));
  return {
    layer,
    shares: {
      ...shares,
      objects: objects.names.length,
      accounts: accounts.names.length,
      contents: contents.names.length,
    },
    objectNames: objects.names,
    accountNames: accounts.names,
    contentNames: contents.names,
    stratum,
    strata: strata.names.length,
    hot,
  };
}

interface ShareRow {
  readonly object: string;
  readonly who: string;
  readonly content: string;
  readonly time: number;
  readonly stratum: string;
}

function withoutHot(rows: readonly ShareRow[]): { rows: readonly ShareRow[]; hot: LayerShares['hot'] } {
  const counts = new Map<string, number>();
  for (const { object } of rows) counts.set(object, (counts.get(object) ?? 0) + 1);
  const hot = [...counts].filter(([, accounts]) => accounts > HOT_ACCOUNTS);
  if (hot.length === 0) return { rows, hot: [] };
  const names = new Set(hot.map(([object]) => object));
  return {
    rows: rows.filter((row) => !names.has(row.object)),
    hot: hot.map(([object, accounts]) => ({ object, accounts })),
  };
}

/** Texts that are nearly the same become one object; of each account the first share of it stays. */
function withNearTexts(rows: readonly ShareRow[]): ShareRow[] {
  const inTime = rows.toSorted((a, b) => a.time - b.time);
  const taken = nearTexts(inTime.map((row) => row.object));
  const seen = new Set<string>();
  return rows
    .map((row) => ({ ...row, object: taken.get(row.object) ?? row.object }))
    .filter((row) => {
      const key = JSON.stringify([row.who, row.object]);
      return !seen.has(key) && seen.add(key);
    });
}

const POST = "who, platform || ' ' || id AS content, time, lang";
const WORDS = `trim(regexp_replace(regexp_replace(regexp_replace(lower(strip_accents(text)), 'https?://\\S+|@\\w+|^rt\\b', ' ', 'g'), '[^\\p{L}\\p{N}#]+', ' ', 'g'), ' +', ' ', 'g'))`;

const SOURCES: Readonly<Record<Layer, (tag: string | null) => string>> = {
  repost: () => `SELECT platform || ' ' || repost_of AS object, ${POST} FROM p WHERE repost_of IS NOT NULL`,
  link: () =>
    `SELECT regexp_replace(regexp_replace(unnest(urls), '^https?://(www\\.)?', ''), '([?&](utm_[^&#]*|fbclid=[^&#]*|ref=[^&#]*))|#.*$|/$', '', 'g') AS object, ${POST}
     FROM p WHERE repost_of IS NULL`,
  text: () => `SELECT object, who, content, time, lang FROM (SELECT ${WORDS} AS object, ${POST} FROM p WHERE repost_of IS NULL)
     WHERE length(object) >= ${LEAST_TEXT}`,
  hashtags: (tag) =>
    `SELECT array_to_string(list_sort(tags), ' ') AS object, who, content, time, lang
     FROM (SELECT list_distinct(list_filter(hashtags, lambda t: t <> ${quoted(tag ?? '')})) AS tags, ${POST} FROM p WHERE repost_of IS NULL)
     WHERE len(tags) >= ${LEAST_TAGS}`,
  media: () => `SELECT unnest(media) AS object, ${POST} FROM p WHERE repost_of IS NULL`,
  object: (tag) =>
    `SELECT * FROM (SELECT unnest(objects) AS object, ${POST} FROM p) WHERE lower(object) NOT IN (${quoted(tag ?? '')}, ${quoted(`#${tag ?? ''}`)})`,
};

/** Numbers names in order of first appearance. */
class Numbers {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();

  of(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}
