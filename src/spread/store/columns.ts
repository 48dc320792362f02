import type { Post } from '../post.ts';

/** The columns of `spread/posts.parquet` and their types in DuckDB: one for every field of a post. */
export const POST_COLUMNS: Readonly<Record<keyof Post, string>> = {
  platform: 'VARCHAR',
  id: 'VARCHAR',
  account: 'VARCHAR',
  handle: 'VARCHAR',
  time: 'BIGINT',
  zone: 'VARCHAR',
  resolution: 'VARCHAR',
  text: 'VARCHAR',
  lang: 'VARCHAR',
  lang_by: 'VARCHAR',
  repost_of: 'VARCHAR',
  repost_account: 'VARCHAR',
  reply_to: 'VARCHAR',
  quote_of: 'VARCHAR',
  hashtags: 'VARCHAR[]',
  urls: 'VARCHAR[]',
  mentions: 'VARCHAR[]',
  media: 'VARCHAR[]',
  objects: 'VARCHAR[]',
  client: 'VARCHAR',
  followers: 'BIGINT',
  following: 'BIGINT',
  account_posts: 'BIGINT',
  account_created: 'BIGINT',
  account_place: 'VARCHAR',
  account_lang: 'VARCHAR',
  account_bio: 'VARCHAR',
  place: 'VARCHAR',
};

/** Where a post came from: file name, line and running number of the import. */
export const SOURCE_COLUMNS = { file: 'VARCHAR', line: 'BIGINT', format: 'VARCHAR', seq: 'BIGINT' } as const;

/** Columns of `rejects.parquet`: what is no post, why, and where it stood. */
export const REJECT_COLUMNS = {
  file: 'VARCHAR',
  line: 'BIGINT',
  reason: 'VARCHAR',
  shown: 'VARCHAR',
} as const;
