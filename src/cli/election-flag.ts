import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TamisError } from '../model/index.ts';
import type { Text } from '../model/text.ts';
import { toldProblems } from '../model/told-problems.ts';
import { ELECTIONS, type Election, electionById, readPlan } from '../silence/index.ts';
import { PLAN_PROBLEM_TEXTS } from '../silence/plan-problem.ts';
import type { Flag } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { unreadJson } from './unread-json.ts';

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
  throw new TamisError('not-found', {
    en: `no election ${text}. ${near === null ? OTHERS.en : `Did you mean ${near}?`}`,
    fr: `pas d’élection ${text}. ${near === null ? OTHERS.fr : `Vouliez-vous dire ${near}\u202f?`}`,
  });
}

const OTHERS: Text = {
  en: 'tamis silence list names those on record; any other is country, kind and date: FR-legislative-2027-06-13.',
  fr: 'tamis silence list nomme celles qui sont connues\u202f; toute autre s’écrit pays, type et date\u00a0: FR-legislative-2027-06-13.',
};

/** The election a file describes (docs/schema/silence-plan.json). Throws `bad-plan`. */
export function electionOfFile(path: string): Election {
  return electionOfPlan(planIn(path));
}

/** The same of a description at hand. */
export function electionOfPlan(described: unknown): Election {
  const read = readPlan(described);
  if (read.type === 'plan') return read.election;
  throw new TamisError('bad-plan', {
    en: `the election cannot be planned: ${toldProblems(read.problems, PLAN_PROBLEM_TEXTS, 'en')}`,
    fr: `l’élection ne peut pas être planifiée\u00a0: ${toldProblems(read.problems, PLAN_PROBLEM_TEXTS, 'fr')}`,
  });
}

function planIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw unreadJson('bad-plan', path, cause);
  }
}
