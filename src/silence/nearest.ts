import type { Election } from './election.ts';
import { ELECTIONS } from './elections/index.ts';
import { silenceWindows } from './windows.ts';

/** `coming`: its silence or its vote is still to end. `past`: none such is on record, and this was the last. */
export interface NearestElection {
  readonly election: Election;
  readonly when: 'coming' | 'past';
}

/** No silence outlasts the vote by more (Brazil: 24 hours; the vote itself may take days). */
const DAY_MS = 86_400_000;
const LONGEST_AFTER_MS = 7 * DAY_MS;

/** What a clock without further words is about: the first election of a country that is not over, else the last one. */
export function nearestElection(at: number, country: string): NearestElection | null {
  const here = ELECTIONS.filter((one) => one.country === country).toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const coming = here.find((one) => !isOver(one, at));
  if (coming !== undefined) return { election: coming, when: 'coming' };
  const last = here.at(-1);
  return last === undefined ? null : { election: last, when: 'past' };
}

/** The election that comes next on record within `ms` of a moment, in any country; null where none does. */
export function electionWithin(at: number, ms: number): Election | null {
  const near = ELECTIONS.filter((one) => Date.parse(one.date) - at <= ms && !isOver(one, at));
  return near.toSorted((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null;
}

function isOver(election: Election, at: number): boolean {
  const day = Date.parse(election.date);
  return day < at && (day + LONGEST_AFTER_MS < at || endOf(election) <= at);
}

/** When the last of its silences ends; of one without any, the end of its day anywhere on earth. */
function endOf(election: Election): number {
  const day = Date.parse(election.date);
  const ends = silenceWindows(election).flatMap(({ to }) => (to === null ? [] : [to]));
  return ends.length === 0 ? day + 2 * DAY_MS : Math.min(Math.max(...ends), day + LONGEST_AFTER_MS);
}
