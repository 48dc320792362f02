import { findCase } from '../case/open.ts';
import type { Flag } from './command.ts';

/** The flag of a command that works on a case. */
const CASE_FLAG = {
  name: 'case',
  short: 'c',
  type: 'string',
  metavar: 'DIR',
  summary: {
    en: 'the case; without it, the only *.tamis folder here',
    fr: 'le dossier d’enquête\u202f; sans elle, le seul dossier *.tamis ici',
  },
} as const satisfies Flag;

/** Beside --case, for a case in a database. */
export const DB_FLAG = {
  name: 'db',
  type: 'string',
  metavar: 'URL',
  summary: {
    en: 'the case is in this PostgreSQL database (postgres://...); --case is then its name there',
    fr: 'le dossier est dans cette base PostgreSQL (postgres://...)\u202f; --case est alors son nom',
  },
} as const satisfies Flag;

/** The case of every command that works on one, wherever it is. */
export const CASE_FLAGS = [CASE_FLAG, DB_FLAG] as const satisfies readonly Flag[];

/** What of the flags above was given. */
export interface CaseFlags {
  readonly case: string | undefined;
  readonly db: string | undefined;
}

/** The case a command is to work on. Throws `no-case` or `several-cases`. */
export function caseOf(flag: string | undefined, cwd: string): string {
  return flag ?? findCase(cwd);
}
