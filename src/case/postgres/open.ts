import { TamisError } from '../../model/index.ts';
import { PostgresCase } from './case.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { patiently, Session } from './session.ts';

export interface OpenPostgresOptions {
  /** Of the case in the database; null: the only one there. */
  readonly name: string | null;
  readonly now: () => Date;
  /**
   * `read`: writes nothing but the custody log. `work`: one of many who read the dump. `lead`: the one who adds
   * inputs and concludes; throws `case-locked` where there is one already.
   */
  readonly as: 'read' | 'work' | 'lead';
  /** Makes the case if there is none of that name; needs a name. */
  readonly create?: boolean;
  /** Where objects and review lie, given the name of the case. */
  readonly directoryOf: (name: string) => string;
  /** Milliseconds for which a database that is away is waited for. */
  readonly patienceMs: number;
}

const LOCK = 74_614_003;

/**
 * Opens a case in PostgreSQL, and closes the connection with it. Throws `no-case`, `several-cases`,
 * `case-locked`, `case-newer`, `db-older` and the errors of the connection.
 */
export function openPostgresCase(database: Database, options: OpenPostgresOptions): PostgresCase {
  try {
    patiently(options.patienceMs, () => migrate(database));
    const { caseId, name } = find(database, options);
    if (options.as === 'lead') takeLock(database, caseId, name);
    const readOnly = options.as === 'read';
    const session = new Session(database, caseId, { readOnly, patienceMs: options.patienceMs });
    return new PostgresCase(session, { directory: options.directoryOf(name), now: options.now, readOnly });
  } catch (error) {
    database.close();
    throw error;
  }
}

function find(
  database: Database,
  { name, create = false }: OpenPostgresOptions,
): { caseId: number; name: string } {
  if (name !== null && create) {
    database.query('INSERT INTO cases (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
  }
  const rows = database.query(
    'SELECT case_id, name FROM cases WHERE $1::text IS NULL OR name = $1 ORDER BY name',
    [name],
  );
  const [only] = rows;
  if (only === undefined) {
    const which = name === null ? 'holds no case' : `holds no case "${name}"`;
    throw new TamisError('no-case', `The database ${which} that this account may see.`);
  }
  if (rows.length > 1) {
    const names = rows.map((row) => `  ${String(row.name)}`).join('\n');
    throw new TamisError(
      'several-cases',
      `The database holds several cases. Name one with --case:\n${names}`,
    );
  }
  return { caseId: Number(only.case_id), name: String(only.name) };
}

/** Held by the connection, and gone with it: no lock is ever left to be cleared by hand. */
function takeLock(database: Database, caseId: number, name: string): void {
  const [row] = database.query('SELECT pg_try_advisory_lock($1::integer, $2::integer) AS taken', [
    LOCK,
    caseId,
  ]);
  if (row?.taken !== true)
    throw new TamisError('case-locked', `Another tamis is sifting into the case "${name}".`);
}
