import { readdirSync, readFileSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import type { Database } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any number: whoever migrates holds this lock of the database, so that two that start at once do not collide. */
const LOCK = 74_614_001;

/**
 * A script that a Tamis without it can live with, and one that it cannot: `0009-name.breaking.sql`. The tag is in the name, as the
 * database keeps the names, so that workers of the last release go on while a lead brings a step that breaks nothing.
 */
const GENTLE = /^\d{4}-[a-z-]+\.sql$/;
const BREAKING = /^\d{4}-[a-z-]+\.breaking\.sql$/;

/** The scripts in order. One once released is never changed, only followed by another. */
function scripts(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => GENTLE.test(name) || BREAKING.test(name))
    .sort();
}

/**
 * Brings the schema up to date, all steps in one transaction. Who may not create tables finds them made, or is told
 * `db-older`; `case-newer` for a database that a later Tamis has changed so that this one would not understand it; `db-encoding`
 * for one that cannot hold every letter.
 */
export function migrate(database: Database): void {
  const known = scripts();
  const version = versionOf(database);
  if (breaksUs(database, known.length)) {
    throw new TamisError('case-newer', {
      en: 'The database was changed by a newer tamis. Update tamis to open it.',
      fr: 'La base a été modifiée par un tamis plus récent. Mettez tamis à jour pour l’ouvrir.',
    });
  }
  if (version >= known.length) return;
  requireUtf8(database);
  try {
    database.script('BEGIN');
    database.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    database.script(`CREATE SCHEMA IF NOT EXISTS tamis;
      CREATE TABLE IF NOT EXISTS tamis.migrations (number integer PRIMARY KEY, name text NOT NULL, applied timestamptz NOT NULL DEFAULT now());
      GRANT SELECT ON tamis.migrations TO PUBLIC`);
    // Another may have done it while this one waited for the lock.
    for (const [at, name] of known.entries()) {
      if (at < versionOf(database)) continue;
      database.script(readFileSync(new URL(name, FOLDER), 'utf8'));
      database.query('INSERT INTO tamis.migrations (number, name) VALUES ($1, $2)', [at + 1, name]);
    }
    database.script('COMMIT');
  } catch (error) {
    database.script('ROLLBACK');
    if (!(error instanceof TamisError) || error.code !== 'db-denied') throw error;
    const text = `The database lacks tables of this tamis, and this account may not make them (${error.message}). Run "tamis status --db" once as its owner, who may also make roles.`;
    throw new TamisError('db-older', text, { cause: error });
  }
}

/** A leak has text of every script; initdb under the locale C makes SQL_ASCII databases, and the first query with a letter beyond ASCII would fail. */
function requireUtf8(database: Database): void {
  const [row] = database.query(
    "SELECT current_setting('server_encoding') AS encoding, current_database() AS name",
  );
  const encoding = String(row?.encoding);
  if (encoding === 'UTF8') return;
  throw new TamisError('db-encoding', {
    en: `The database "${row?.name}" is encoded in ${encoding}, and a leak may hold any letter. Make one for Tamis: createdb --encoding UTF8 --template template0 NAME.`,
    fr: `La base «\u00a0${row?.name}\u00a0» est encodée en ${encoding}, or une fuite peut contenir n’importe quelle lettre. Créez-en une pour Tamis\u00a0: createdb --encoding UTF8 --template template0 NOM.`,
  });
}

/** Later steps than ours are harmless only where each says so. */
function breaksUs(database: Database, ours: number): boolean {
  if (versionOf(database) <= ours) return false;
  const later = database.query('SELECT name FROM tamis.migrations WHERE number > $1', [ours]);
  return !later.every(({ name }) => GENTLE.test(String(name)));
}

function versionOf(database: Database): number {
  const [there] = database.query(`SELECT to_regclass('tamis.migrations') IS NOT NULL AS yes`);
  if (there?.yes !== true) return 0;
  const [row] = database.query('SELECT coalesce(max(number), 0) AS n FROM tamis.migrations');
  return Number(row?.n);
}
