import type { Text } from '../model/text.ts';
import type { Confidence, Source } from './rule.ts';

export const ELECTION_KINDS = [
  'presidential',
  'legislative',
  'european',
  'regional',
  'municipal',
  'referendum',
] as const;

export type ElectionKind = (typeof ELECTION_KINDS)[number];

/** Hours in which polls are open on one day, in local time: `08:00` to `20:00`. */
export interface Session {
  readonly date: string;
  readonly opens: string;
  readonly closes: string;
}

/** How and when some territories vote. */
export interface Polling {
  readonly territories: readonly string[];
  /** The day the law counts as the day of voting; polls may be open before it (Italy in 2024). */
  readonly votingDay: string;
  readonly sessions: readonly Session[];
  /** IANA zone the hours are told in, where it is not the territory's own (Brazil since 2022). */
  readonly hoursIn?: string;
  /** How sure the hours are: they are set locally in many places. */
  readonly confidence: Confidence;
}

export interface Election {
  readonly id: string;
  readonly country: string;
  readonly kind: ElectionKind;
  readonly name: Text;
  /** The date the election is known by. */
  readonly date: string;
  readonly polling: readonly Polling[];
  readonly sources: readonly Source[];
}
