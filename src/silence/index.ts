/** Electoral silence: who may still say what, where, until when. The rules are data in `rules/`. */
export type { Election, ElectionKind, Polling, Session } from './election.ts';
export { ELECTION_KINDS } from './election.ts';
export { electionById } from './election-by-id.ts';
export { ELECTIONS, electionFrom } from './elections/index.ts';
export { electionWithin, type NearestElection, nearestElection } from './nearest.ts';
export { TERRITORIES, type Territory, territoriesOf, territoryById } from './places/index.ts';
export { type PlanProblem, type ReadPlan, readPlan } from './plan.ts';
export { readMoment } from './read-moment.ts';
export {
  NOT_ADVICE,
  type SilenceEntry,
  type SilenceQuestion,
  type SilenceReport,
  type SilenceState,
  silenceReport,
} from './report.ts';
export { type Act, AUDIENCES, type Audience, type SilenceRule } from './rule.ts';
export { RULES, rulesFor } from './rules/index.ts';
export { type CalendarLine, calendar } from './show/calendar.ts';
export { chosenText, headline } from './show/headline.ts';
export { silenceJson } from './show/json.ts';
export { moment } from './show/moment.ts';
export { silenceText } from './show/text.ts';
export { ACT_WORDS } from './show/words.ts';
export { type SilenceWindow, silenceWindows } from './windows.ts';
