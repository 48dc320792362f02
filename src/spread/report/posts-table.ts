import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { TamisError } from '../../model/index.ts';
import { hashtagName } from '../post.ts';
import { quoted, setMemory, withDuckDb } from '../store/duckdb.ts';

/** Which posts of a case a report is on. */
export interface PostScope {
  /** Folder of the case. */
  readonly folder: string;
  /** Only posts with this hashtag; null: all. It is then never a shared object. */
  readonly tag: string | null;
  /** Milliseconds; from inclusive, to exclusive; null: no bound. */
  readonly from: number | null;
  readonly to: number | null;
  readonly memory: number;
}

/** Rows of a query as objects; numbers as numbers. */
export interface Query {
  <Row>(sql: string): Promise<Row[]>;
  /** The same row by row, for results that are not to be held as objects. */
  stream<Row>(sql: string): AsyncIterable<Row>;
  /** Does something else while the database keeps as little in memory as it can: `memory` is what it leaves, in bytes. */
  aside<T>(work: (memory: number) => Promise<T>): Promise<T>;
}

/** What the database may hold while it is not asked, in bytes. */
const LEAST_MEMORY = 128 * 2 ** 20;
/** Of the memory of a report, what is left to this process while the database is asked: shares come from it row by row. */
const BESIDE_DATABASE = 128 * 2 ** 20;

/**
 * Gives `work` the posts in scope as the table `p` (columns of `Post`), and `who`: the account, or its
 * handle where there is no id. Throws TamisError `no-posts`.
 */
export async function withPosts<T>(scope: PostScope, work: (query: Query) => Promise<T>): Promise<T> {
  const path = join(scope.folder, 'spread', 'posts.parquet');
  if (!existsSync(path))
    throw new TamisError('no-posts', {
      en: `${scope.folder} holds no posts; \`tamis spread import\` brings them`,
      fr: `${scope.folder} ne contient pas de messages\u202f; \`tamis spread import\` les apporte`,
    });
  const database = Math.max(LEAST_MEMORY, scope.memory - BESIDE_DATABASE);
  return withDuckDb(
    { memoryBytes: database, givenBytes: scope.memory, temporary: join(scope.folder, 'spread') },
    async (connection) => {
      const conditions = [
        scope.tag === null ? null : `list_contains(hashtags, ${quoted(hashtagName(scope.tag))})`,
        scope.from === null ? null : `time >= ${scope.from}`,
        scope.to === null ? null : `time < ${scope.to}`,
      ].filter((condition) => condition !== null);
      const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
      await connection.run(
        `CREATE TEMP TABLE p AS SELECT *, coalesce(account, handle) AS who FROM read_parquet(${quoted(path)}) ${where}`,
      );
      const query = queryOf(connection, database);
      const [row] = await query<{ n: number }>('SELECT count(*) AS n FROM p');
      if (!row?.n)
        throw new TamisError('no-posts', {
          en: 'no post of the case is in the scope asked for',
          fr: 'aucun message du dossier n’est dans ce qui est demandé',
        });
      return work(query);
    },
  );
}

function queryOf(connection: DuckDBConnection, memory: number): Query {
  const all = async <Row>(sql: string): Promise<Row[]> => {
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjectsJS().map((row) => plainRow<Row>(row));
  };
  async function* stream<Row>(sql: string): AsyncIterable<Row> {
    const result = await connection.stream(sql);
    for await (const rows of result.yieldRowObjectJs()) for (const row of rows) yield plainRow<Row>(row);
  }
  const aside = async <T>(work: (memory: number) => Promise<T>): Promise<T> => {
    await setMemory(connection, LEAST_MEMORY);
    try {
      return await work(Math.max(0, memory - LEAST_MEMORY));
    } finally {
      await setMemory(connection, memory);
    }
  };
  return Object.assign(all, { stream, aside });
}

function plainRow<Row>(row: Record<string, unknown>): Row {
  for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = Number(value);
  return row as Row;
}
