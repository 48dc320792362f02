import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TamisError } from '../model/index.ts';
import { ELECTIONS, type Election, electionById, readPlan } from '../silence/index.ts';
import type { Flag } from './command.ts';
import { didYouMean } from './did-you-mean.ts';

/** `--election` wherever an election is asked for: one on record, or any other. */
export const ELECTION_FLAG = {
  name: 'election',
  type: 'string',
  metavar: 'ID',
  summary: {
    en: 'one of tamis silence list, FR-legislative-2027-06-13 for any other, or a file as tamis silence plan reads',
    fr: 'une de tamis silence list, FR-legislative-2027-06-13 pour toute autre, ou un fichier lu par tamis silence plan',
  },
} as const satisfies Flag;

/** The election a flag names. Throws `not-found` with what comes near, `bad-plan` for a file that describes none. */
export function electionOfFlag(text: string, cwd: string): Election {
  const election = electionById(text);
  if (election !== null) return election;
  if (/\.json$|[\\/]/iu.test(text)) return electionOfFile(resolve(cwd, text));
  const near = didYouMean(
    text,
    ELECTIONS.map(({ id }) => id),
  );
  const others =
    'tamis silence list names those on record; any other is country, kind and date: FR-legislative-2027-06-13.';
  throw new TamisError(
    'not-found',
    `no election ${text}. ${near === null ? others : `Did you mean ${near}?`}`,
  );
}

/** The election a file describes (docs/schema/silence-plan.json). Throws `bad-plan`. */
export function electionOfFile(path: string): Election {
  return electionOfPlan(planIn(path));
}

/** The same of a description at hand. */
export function electionOfPlan(described: unknown): Election {
  const read = readPlan(described);
  if (read.type === 'plan') return read.election;
  const told = read.problems.map(({ at, reason }) => (at === '' ? reason : `${at}: ${reason}`));
  throw new TamisError('bad-plan', `the election cannot be planned: ${told.join('; ')}`);
}

function planIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? 'not JSON' : 'cannot be read';
    throw new TamisError('bad-plan', `${path}: ${reason}`, { cause });
  }
}
