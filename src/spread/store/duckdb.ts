import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { TamisError } from '../../model/index.ts';

/** Settings for files that strangers made: no network, no further extensions, a bound on memory. */
const SETTINGS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  preserve_insertion_order: 'true',
};

/**
 * Runs `work` with a connection to a DuckDB in memory that spills to `temporary` beyond `memoryBytes`, and
 * closes it afterwards. Throws TamisError `too-little-memory` where not all can be spilled; it names `givenBytes`, of which
 * the database may have a part.
 */
export async function withDuckDb<T>(
  options: { readonly memoryBytes: number; readonly temporary: string; readonly givenBytes?: number },
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    ...SETTINGS,
    memory_limit: limitOf(options.memoryBytes),
    temp_directory: options.temporary,
  });
  try {
    const connection = await instance.connect();
    try {
      await connection.run("SET TimeZone = 'UTC'");
      return await work(connection);
    } catch (error) {
      throw isOutOfMemory(error) ? tooLittleMemory(options.givenBytes ?? options.memoryBytes, error) : error;
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** Sets the bound anew; what lies in memory beyond it is written down at once. */
export async function setMemory(connection: DuckDBConnection, bytes: number): Promise<void> {
  await connection.run(`SET memory_limit = '${limitOf(bytes)}'`);
}

/** Less than 128 MB is too little for it to do anything. */
function limitOf(bytes: number): string {
  return `${Math.max(128, Math.floor(bytes / 2 ** 20))}MiB`;
}

/** A string as a literal of SQL. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Out of Memory Error');
}

function tooLittleMemory(bytes: number, cause: unknown): TamisError {
  const megabytes = Math.floor(bytes / 2 ** 20);
  const text = {
    en: `counting these posts takes more than the ${megabytes} MB it may have: give more with --memory`,
    fr: `compter ces messages demande plus que les ${megabytes}\u00a0Mo permis\u00a0: donnez-en plus avec --memory`,
  };
  return new TamisError('too-little-memory', text, { cause });
}
