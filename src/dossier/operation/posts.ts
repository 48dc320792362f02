import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Paths, paths } from '../../spread/report/paths.ts';
import { withPosts } from '../../spread/report/posts-table.ts';
import { type Volume, volume } from '../../spread/report/volume.ts';

/** When and where the posts of the case came. */
export interface PostFacts {
  readonly volume: Volume;
  readonly paths: Paths;
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
  }));
}

/** Whether posts were imported into the case in this folder. */
export function hasPosts(folder: string): boolean {
  return existsSync(join(folder, 'spread', 'posts.parquet'));
}
