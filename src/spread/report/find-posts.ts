import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { quoted, withDuckDb } from '../store/duckdb.ts';

/** A post of the case, as whoever cites it wants to see it. */
export interface FoundPost {
  readonly platform: string;
  readonly id: string;
  readonly handle: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The beginning of its text. */
  readonly text: string;
}

/** Attack: a matrix that names a million posts. What is beyond is not looked up, and told as absent. */
const MOST_LOOKED_UP = 5_000;
const SHOWN_CHARACTERS = 200;

/**
 * The posts that references name: by id (`1234`), by platform and id (`x/1234`), or by an address whose last part is
 * the id (`https://x.com/somebody/status/1234`). A reference that several platforms answer to has several. Null in a case
 * without posts. Only the columns shown are read, so that a few posts of many millions cost a scan and no table.
 */
export async function findPosts(
  folder: string,
  references: readonly string[],
  memory: number,
): Promise<ReadonlyMap<string, readonly FoundPost[]> | null> {
  const path = join(folder, 'spread', 'posts.parquet');
  if (!existsSync(path)) return null;
  const wanted = new Map(references.slice(0, MOST_LOOKED_UP).map((ref) => [ref, namesOf(ref)] as const));
  const ids = [...new Set([...wanted.values()].flatMap((names) => names.map(({ id }) => id)))];
  if (ids.length === 0) return new Map();
  const posts = await withDuckDb(
    { memoryBytes: memory, temporary: join(folder, 'spread') },
    async (connection) => {
      const result = await connection.runAndReadAll(
        `SELECT platform, id, handle, time, left(text, ${SHOWN_CHARACTERS}) AS text
         FROM read_parquet(${quoted(path)}) WHERE id IN (${ids.map(quoted).join(', ')}) ORDER BY time, platform, id`,
      );
      return result.getRowObjectsJS().map(asPost);
    },
  );
  const byId = Map.groupBy(posts, ({ id }) => id);
  return new Map(
    [...wanted].map(([ref, names]) => [
      ref,
      names.flatMap(({ platform, id }) =>
        (byId.get(id) ?? []).filter((one) => platform === null || one.platform === platform),
      ),
    ]),
  );
}

interface PostName {
  /** Null: whichever. */
  readonly platform: string | null;
  readonly id: string;
}

function namesOf(reference: string): readonly PostName[] {
  const text = reference.trim();
  if (text === '') return [];
  const names: PostName[] = [{ platform: null, id: text }];
  const [, platform, id] = /^([a-z0-9]{1,20})[/:](?!\/)(.+)$/u.exec(text) ?? [];
  if (platform !== undefined && id !== undefined) names.push({ platform, id });
  const last = /^https?:\/\/[^\s?#]*\/([^/\s?#]+)\/?(?:[?#]\S*)?$/iu.exec(text)?.[1];
  if (last !== undefined) names.push({ platform: null, id: last });
  return names;
}

function asPost(row: Readonly<Record<string, unknown>>): FoundPost {
  const { platform, id, handle, time, text } = row;
  return {
    platform: String(platform),
    id: String(id),
    handle: handle === null || handle === undefined ? null : String(handle),
    time: Number(time),
    text: String(text ?? ''),
  };
}
