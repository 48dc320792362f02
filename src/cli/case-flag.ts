import { findCase } from '../case/open.ts';
import type { Flag } from './command.ts';

/** The flag of every command that works on a case. */
export const CASE_FLAG = {
  name: 'case',
  short: 'c',
  type: 'string',
  metavar: 'DIR',
  summary: {
    en: 'the case; without it, the only *.tamis folder here',
    fr: 'le dossier d’enquête\u202f; sans elle, le seul dossier *.tamis ici',
  },
} as const satisfies Flag;

/** The case a command is to work on. Throws `no-case` or `several-cases`. */
export function caseOf(flag: string | undefined, cwd: string): string {
  return flag ?? findCase(cwd);
}
