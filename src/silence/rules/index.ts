import type { Election } from '../election.ts';
import type { SilenceRule } from '../rule.ts';
import { AMERICAS } from './americas.ts';
import { ASIA_PACIFIC } from './asia-pacific.ts';
import { CENTRAL_EUROPE } from './central-europe.ts';
import { FRANCE_RULES } from './france.ts';
import { NORTHERN_EUROPE } from './northern-europe.ts';
import { SOUTHERN_EUROPE } from './southern-europe.ts';

/** Every row there is; docs/schema/silence-rule.json describes one, and a test holds each to it. */
export const RULES: readonly SilenceRule[] = [
  ...FRANCE_RULES,
  ...SOUTHERN_EUROPE,
  ...CENTRAL_EUROPE,
  ...NORTHERN_EUROPE,
  ...AMERICAS,
  ...ASIA_PACIFIC,
];

/** The rows in force for an election: its country, its kind, its date. */
export function rulesFor(election: Election): readonly SilenceRule[] {
  return RULES.filter(
    (rule) =>
      rule.country === election.country &&
      (rule.elections.includes('any') || rule.elections.includes(election.kind)) &&
      // ISO dates compare as text.
      (rule.validFrom === null || rule.validFrom <= election.date) &&
      (rule.validTo === null || election.date <= rule.validTo),
  );
}
