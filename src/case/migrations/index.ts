import type { DatabaseSync } from 'node:sqlite';
import { TamisError } from '../../model/index.ts';
import { first } from './0001-first.ts';
import { ocr } from './0002-ocr.ts';
import { traces } from './0003-traces.ts';
import { contents } from './0004-contents.ts';
import { decoys } from './0005-decoys.ts';

/** In order; a script once released is never changed, only followed by another. */
export const MIGRATIONS: readonly string[] = [first, ocr, traces, contents, decoys];

/** The version this Tamis writes: how many migrations were applied, kept in `PRAGMA user_version`. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings the schema up to date, each step in a transaction of its own. Needs the writer's lock. */
export function migrate(database: DatabaseSync, directory: string): void {
  const version = checkVersion(database, directory);
  for (const [at, script] of MIGRATIONS.entries()) {
    if (at < version) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(script);
      database.exec(`PRAGMA user_version = ${at + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** The version found, which is never one from the future: throws `case-newer`. */
export function checkVersion(database: DatabaseSync, directory: string): number {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > SCHEMA_VERSION) {
    throw new TamisError('case-newer', {
      en: `${directory} was written by a newer tamis (schema ${version}, this one knows ${SCHEMA_VERSION}). Update tamis to open it.`,
      fr: `${directory} a été écrit par un tamis plus récent (schéma ${version}, celui-ci connaît ${SCHEMA_VERSION}). Mettez tamis à jour pour l’ouvrir.`,
    });
  }
  return version;
}
