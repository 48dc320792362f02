import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UNNAMED_PLATFORM } from '../../spread/post.ts';
import { type Paths, paths } from '../../spread/report/paths.ts';
import { type Query, withPosts } from '../../spread/report/posts-table.ts';
import { type Volume, volume } from '../../spread/report/volume.ts';

/** When and where the posts of the case came. */
export interface PostFacts {
  readonly volume: Volume;
  readonly paths: Paths;
  /** Posts from tables that name no network: nobody knows whose clock their times are of. */
  readonly unnamed: number;
}

export interface PostQuestion {
  /** Folder of the case. */
  readonly folder: string;
  readonly tag: string | null;
  readonly memory: number;
}

/** Null in a case without posts. Throws TamisError `no-posts` where none is in scope. */
export async function postFacts({ folder, tag, memory }: PostQuestion): Promise<PostFacts | null> {
  if (!hasPosts(folder)) return null;
  return await withPosts({ folder, tag, from: null, to: null, memory }, async (query) => ({
    volume: await volume(query),
    paths: await paths(query, new Set()),
    unnamed: await countUnnamed(query),
  }));
}

async function countUnnamed(query: Query): Promise<number> {
  const [row] = await query<{ n: number }>(
    `SELECT count(*) AS n FROM p WHERE platform = '${UNNAMED_PLATFORM}'`,
  );
  return row?.n ?? 0;
}

/** Whether posts were imported into the case in this folder. */
export function hasPosts(folder: string): boolean {
  return existsSync(join(folder, 'spread', 'posts.parquet'));
}
