import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { POST_COLUMNS, REJECT_COLUMNS, SOURCE_COLUMNS } from './columns.ts';
import { quoted, withDuckDb } from './duckdb.ts';

/** A file of JSON Lines and the length of its longest. */
export interface RowFile {
  readonly path: string;
  readonly longest: number;
}

/** What came of putting new posts to those of a case. */
export interface MergeCounts {
  /** Posts in the case afterwards, and how many of them are new. */
  readonly posts: number;
  readonly added: number;
}

/**
 * Joins newly read posts and rejects (JSON Lines) to those of the case, and writes the result as Parquet
 * in place of the old in one step. The same platform and id is one post: the first seen is kept, the
 * objects of all are joined. `folder` is the `spread` folder of a case.
 */
export async function mergePosts(
  folder: string,
  posts: RowFile,
  rejects: RowFile,
  memoryBytes: number,
): Promise<MergeCounts> {
  const kept = join(folder, 'posts.parquet');
  const keptRejects = join(folder, 'rejects.parquet');
  return withDuckDb({ memoryBytes, temporary: folder }, async (connection) => {
    const old = existsSync(kept);
    const before = old
      ? Number(
          (
            await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${quoted(kept)})`)
          ).getRows()[0]?.[0],
        )
      : 0;
    const columns = Object.keys({ ...POST_COLUMNS, ...SOURCE_COLUMNS }).join(', ');
    const fresh = `SELECT ${columns}, 1 AS era FROM ${jsonLines(posts, { ...POST_COLUMNS, ...SOURCE_COLUMNS })}`;
    const all = old
      ? `SELECT ${columns}, 0 AS era FROM read_parquet(${quoted(kept)}) UNION ALL ${fresh}`
      : fresh;
    await connection.run(`CREATE TEMP VIEW every AS ${all}`);
    // Lists that grow are held in memory, whatever the bound: they are made only of posts that come twice.
    await connection.run(
      `CREATE TEMP TABLE repeated AS SELECT platform, id FROM every WHERE len(objects) > 0
       GROUP BY ALL HAVING count(*) > 1`,
    );
    await connection.run(
      `CREATE TEMP TABLE joined AS SELECT platform, id, list_sort(list_distinct(flatten(list(objects)))) AS objects
       FROM every SEMI JOIN repeated USING (platform, id) WHERE len(objects) > 0 GROUP BY ALL`,
    );
    await connection.run(
      `COPY (SELECT every.* EXCLUDE (era) REPLACE (coalesce(joined.objects, every.objects) AS objects)
             FROM (SELECT * FROM every QUALIFY row_number() OVER (PARTITION BY platform, id ORDER BY era, seq) = 1) every
             LEFT JOIN joined ON joined.platform = every.platform AND joined.id = every.id
             ORDER BY every.time, every.platform, every.id)
       TO ${quoted(`${kept}.new`)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const freshRejects = `SELECT * FROM ${jsonLines(rejects, REJECT_COLUMNS)}`;
    const allRejects = existsSync(keptRejects)
      ? `SELECT * FROM read_parquet(${quoted(keptRejects)}) UNION ${freshRejects}`
      : freshRejects;
    await connection.run(
      `COPY (${allRejects} ORDER BY file, line) TO ${quoted(`${keptRejects}.new`)} (FORMAT parquet)`,
    );
    const after = Number(
      (
        await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${quoted(`${kept}.new`)})`)
      ).getRows()[0]?.[0],
    );
    renameSync(`${kept}.new`, kept);
    renameSync(`${keptRejects}.new`, keptRejects);
    return { posts: after, added: after - before };
  });
}

function jsonLines({ path, longest }: RowFile, columns: Readonly<Record<string, string>>): string {
  const types = Object.entries(columns).map(([name, type]) => `${name}: ${quoted(type)}`);
  // DuckDB takes twice the largest object as buffer for every thread, so it is told no more than needed.
  const size = Math.max(2 ** 20, longest * 3);
  return `read_json(${quoted(path)}, format = 'newline_delimited', columns = {${types.join(', ')}}, maximum_object_size = ${size})`;
}
