import { tmpdir } from 'node:os';
import { TamisError } from '../../model/index.ts';
import { quoted, withDuckDb } from './duckdb.ts';

/**
 * The rows of a Parquet file as records; times as ISO text, whole numbers beyond 2^53 as digits. DuckDB
 * reads the file. Throws TamisError `cannot-read`.
 */
export async function* parquetRecords(path: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const rows = await withDuckDb({ memoryBytes: 2 ** 30, temporary: tmpdir() }, async (connection) => {
    try {
      const result = await connection.runAndReadAll(
        `SELECT to_json(t)::VARCHAR FROM read_parquet(${quoted(path)}) t`,
      );
      return result.getRows();
    } catch (cause) {
      throw new TamisError(
        'cannot-read',
        { en: `cannot read ${path} as Parquet`, fr: `impossible de lire ${path} comme Parquet` },
        { cause },
      );
    }
  });
  for (const [row] of rows) yield JSON.parse(String(row)) as Record<string, unknown>;
}
