import { TamisError } from '../../model/index.ts';
import { PostgresCase } from './case.ts';
import type { Database } from './database.ts';
import { LeadLock } from './lead-lock.ts';
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
  /** Where objects are to lie, for a case that has none yet: what `--objects` said. */
  readonly objects?: string;
  /** The folder of objects and review, given the name of the case and where its objects were said to lie. */
  readonly directoryOf: (name: string, objects: string | null) => string;
  /** Milliseconds for which a database that is away is waited for. */
  readonly patienceMs: number;
}

/**
 * Opens a case in PostgreSQL, and closes the connection with it. Throws `no-case`, `several-cases`,
 * `case-locked`, `case-newer`, `db-older` and the errors of the connection.
 */
export function openPostgresCase(database: Database, options: OpenPostgresOptions): PostgresCase {
  const { session, directory } = openSession(database, options);
  return new PostgresCase(session, { directory, now: options.now, readOnly: options.as === 'read' });
}

/** As openPostgresCase, for who reads and writes tables as they are. */
export function openSession(
  database: Database,
  options: OpenPostgresOptions,
): { readonly session: Session; readonly directory: string; readonly objects: string | null } {
  try {
    // Each step by itself: the database may start anew between any two of them.
    const attempt = <T>(work: () => T): T => patiently(options.patienceMs, work);
    attempt(() => migrate(database));
    const { caseId, name } = attempt(() => find(database, options));
    const lead = options.as === 'lead' ? new LeadLock(database, caseId, name) : null;
    if (lead !== null) attempt(() => lead.take());
    const readOnly = options.as === 'read';
    const session = new Session(database, caseId, {
      readOnly,
      patienceMs: options.patienceMs,
      ...(lead !== null && { lead }),
    });
    const objects = attempt(() => objectsOf(database, caseId, options));
    return { session, directory: options.directoryOf(name, objects), objects };
  } catch (error) {
    database.close();
    throw error;
  }
}

function find(
  database: Database,
  { name, create = false, as, objects }: OpenPostgresOptions,
): { caseId: number; name: string } {
  if (name !== null && create) {
    // In one statement: a worker that waits for the case would else find it before it is said where its objects lie, and put
    // what it takes out into a folder of its own.
    database.query(
      `WITH made AS (INSERT INTO cases (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING case_id)
       INSERT INTO settings SELECT case_id, 'objects', $2::text FROM made WHERE $2::text IS NOT NULL`,
      [name, as === 'lead' ? (objects ?? null) : null],
    );
  }
  const rows = database.query(
    'SELECT case_id, name FROM cases WHERE $1::text IS NULL OR name = $1 ORDER BY name',
    [name],
  );
  const [only] = rows;
  if (only === undefined) {
    const [en, fr] = name === null ? ['', ''] : [` "${name}"`, ` «\u00a0${name}\u00a0»`];
    throw new TamisError('no-case', {
      en: `The database holds no case${en} that this account may see.`,
      fr: `La base ne contient pas de dossier${fr} que ce compte puisse voir.`,
    });
  }
  if (rows.length > 1) {
    const names = rows.map((row) => `  ${String(row.name)}`).join('\n');
    throw new TamisError('several-cases', {
      en: `The database holds several cases. Name one with --case:\n${names}`,
      fr: `La base contient plusieurs dossiers. Nommez-en un avec --case\u00a0:\n${names}`,
    });
  }
  return { caseId: Number(only.case_id), name: String(only.name) };
}

/** Said once for each case: objects that lie in two places are found in neither. */
function objectsOf(database: Database, caseId: number, { as, objects }: OpenPostgresOptions): string | null {
  const [row] = database.query(`SELECT value FROM settings WHERE case_id = $1 AND name = 'objects'`, [
    caseId,
  ]);
  const known = row === undefined ? null : String(row.value);
  if (objects === undefined || objects === known) return known;
  if (known !== null) {
    throw new TamisError('objects-elsewhere', {
      en: `The objects of this case lie in ${known}; that cannot be changed.`,
      fr: `Les objets de ce dossier sont dans ${known}\u202f; cela ne se change pas.`,
    });
  }
  if (as === 'lead') database.query(`INSERT INTO settings VALUES ($1, 'objects', $2)`, [caseId, objects]);
  return objects;
}
