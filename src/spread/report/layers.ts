import type { TextStore } from '../../spill/text-store.ts';
import type { Shares } from '../coordination/index.ts';
import { hashtagName } from '../post.ts';
import { quoted } from '../store/duckdb.ts';
import { NameList } from './name-list.ts';
import { nearTexts } from './near-texts.ts';
import type { Query } from './posts-table.ts';
import { type ShareRow, ShareRows } from './share-rows.ts';

/**
 * What can be shared. Each kind is a layer of its own: a re-share of a post with a link is one act, not two,
 * and edges of different kinds are never added up.
 */
export const LAYERS = ['repost', 'link', 'text', 'hashtags', 'media', 'object'] as const;

/** A kind of thing that accounts can share. */
export type Layer = (typeof LAYERS)[number];

/** The shares of one layer, with the names behind their numbers, which lie in a file. */
export interface LayerShares {
  readonly layer: Layer;
  readonly shares: Shares;
  readonly objectNames: NameList;
  readonly accountNames: NameList;
  readonly contentNames: NameList;
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
 *
 * @param texts where names are kept
 */
export async function layerShares(
  query: Query,
  layer: Layer,
  tag: string | null,
  texts: TextStore,
): Promise<LayerShares> {
  await query(
    `CREATE OR REPLACE TEMP TABLE s AS
     SELECT object, who, arg_min(content, time) AS content, min(time) AS time,
            arg_min((time // 3600000)::VARCHAR || ' ' || coalesce(lang, ''), time) AS stratum
     FROM (${SOURCES[layer](tag === null ? null : hashtagName(tag))})
     WHERE who IS NOT NULL AND object IS NOT NULL AND object <> ''
     GROUP BY object, who`,
  );
  // Objects by number, the earliest first, so that their names need not be held to tell them apart.
  await query(
    `CREATE OR REPLACE TEMP TABLE o AS
     SELECT row_number() OVER (ORDER BY begun, object) - 1 AS number, object AS name
     FROM (SELECT object, min(time) AS begun FROM s GROUP BY object)`,
  );
  const objects = new NameList(texts);
  for await (const { name } of query.stream<{ name: string }>('SELECT name FROM o ORDER BY number'))
    objects.add(name);
  const taken = layer === 'text' ? await query.aside(async () => nearTexts(objects)) : null;
  const rows = new ShareRows(objects, taken);
  for await (const row of query.stream<ShareRow>(IN_ORDER)) rows.add(row);
  await query('DROP TABLE s');
  await query('DROP TABLE o');
  return rows.shares(layer, HOT_ACCOUNTS);
}

const IN_ORDER = `SELECT number AS object, object = content AS own, who, content, time, stratum
  FROM s JOIN o ON s.object = o.name ORDER BY who, time, s.object`;

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
