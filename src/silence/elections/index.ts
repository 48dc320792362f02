import type { Election } from '../election.ts';
import { ELECTIONS_ELSEWHERE } from './elsewhere.ts';
import { FRENCH_ELECTIONS } from './france.ts';
import { type Known, pollingOf } from './polling.ts';

export { pollingOf, pollingOn } from './polling.ts';

/** The elections Tamis knows by name; any other is described to the planner. */
export const ELECTIONS: readonly Election[] = [...FRENCH_ELECTIONS, ...ELECTIONS_ELSEWHERE].map(complete);

/** An election by its id. */
export function knownElection(id: string): Election | null {
  return ELECTIONS.find((election) => election.id === id) ?? null;
}

/** The next election from a day (YYYY-MM-DD) on; null when none is known. What a clock without further words is about. */
export function electionFrom(day: string): Election | null {
  const byDate = [...ELECTIONS].sort((a, b) => (a.date < b.date ? -1 : 1));
  return byDate.find((election) => election.date >= day) ?? null;
}

function complete(known: Known): Election {
  return {
    ...known,
    polling: known.polling ?? pollingOf(known.country, known.kind, known.date, null, 'moderate') ?? [],
    sources: known.sources ?? [{ title: 'Public record of the date; usual hours of the country', url: null }],
  };
}
