import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Settings for files that strangers made: no network, no further extensions, a bound on memory. */
const SETTINGS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  preserve_insertion_order: 'true',
};

/**
 * Runs `work` with a connection to a DuckDB in memory that spills to `temporary` beyond `memoryBytes`, and
 * closes it afterwards.
 */
export async function withDuckDb<T>(
  options: { readonly memoryBytes: number; readonly temporary: string },
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    ...SETTINGS,
    memory_limit: `${Math.max(128, Math.floor(options.memoryBytes / 2 ** 20))}MiB`,
    temp_directory: options.temporary,
  });
  try {
    const connection = await instance.connect();
    try {
      await connection.run("SET TimeZone = 'UTC'");
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** A string as a literal of SQL. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
