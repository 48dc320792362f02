import type { Election } from './election.ts';
import { knownElection } from './elections/index.ts';
import { readPlan } from './plan.ts';

/** `FR-presidential-2027-05-02`, and `FR-2027-05-02` of the kind that `readPlan` takes for granted. */
const PLANNED = /^([A-Z]{2})(?:-([a-z]+))?-(\d{4}-\d{2}-\d{2})$/u;

/**
 * The election of an id: one known by name, or any other as country, kind and date (docs/silence.md); null for anything
 * else. So an election that nobody has put on record is named wherever one is asked for.
 */
export function electionById(id: string): Election | null {
  const known = knownElection(id);
  if (known !== null) return known;
  const [, country, kind, date] = PLANNED.exec(id) ?? [];
  const read = readPlan({ country, date, ...(kind === undefined ? {} : { kind }) });
  return read.type === 'plan' ? read.election : null;
}
