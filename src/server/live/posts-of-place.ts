import { countryOf } from '../../spread/report/countries.ts';
import type { Query } from '../../spread/report/posts-table.ts';
import { quoted } from '../../spread/store/duckdb.ts';

/** Where an account says it is: beside a post, or of itself (as `origin` of the report counts it). */
const HOMES = `SELECT who, coalesce(any_value(place), any_value(account_place)) AS home FROM p WHERE who IS NOT NULL GROUP BY who`;

/**
 * A condition on `p` for the posts that the report counts at a place: a country as two letters, `other` for what no
 * country was told from, `none` where nothing is declared. What accounts declare is free text, so the texts are gone
 * through, not the posts.
 */
export async function postsOfPlace(query: Query, place: string): Promise<string> {
  if (place === 'none') return `who IN (SELECT who FROM (${HOMES}) WHERE home IS NULL)`;
  const declared = await query<{ home: string }>(
    `SELECT DISTINCT home FROM (${HOMES}) WHERE home IS NOT NULL`,
  );
  const homes = declared.flatMap(({ home }) =>
    (countryOf(home) ?? 'other') === place ? [quoted(home)] : [],
  );
  return homes.length === 0
    ? 'false'
    : `who IN (SELECT who FROM (${HOMES}) WHERE home IN (${homes.join(', ')}))`;
}
