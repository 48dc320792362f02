import type { Text } from '../model/text.ts';
import type { ElectionKind } from './election.ts';

/** What a row forbids. */
export type Act =
  | 'campaigning'
  | 'online-propaganda'
  | 'leaflets'
  | 'serial-calls'
  | 'rallies'
  | 'posters'
  | 'new-polemic'
  | 'opinion-polls'
  | 'poll-comment'
  | 'exit-polls'
  | 'projections'
  | 'results'
  | 'advertising'
  | 'broadcast-advertising'
  | 'broadcast-discussion'
  | 'broadcast-polls'
  | 'candidate-information'
  | 'candidate-interviews'
  | 'persuasion'
  | 'election-matter'
  | 'misleading-information';

export const AUDIENCES = [
  'everyone',
  'campaigns',
  'press',
  'broadcasters',
  'pollsters',
  'platforms',
] as const;

/** Whom a row binds: `everyone` includes all the others. */
export type Audience = (typeof AUDIENCES)[number];

/** How sure the row is, in the terms of ICD 203: low, moderate, high. Said of each end apart. */
export type Confidence = 'low' | 'moderate' | 'high';

/**
 * A moment told by what happens at the polls, always in the local time of the territory.
 *
 * - `voting-day`: 00:00 of the day that counts as the day of voting there;
 * - `opening`, `close`: the first opening and the last close of the territory's own polls;
 * - `first-opening`, `last-close`: of all territories named in `of` (absent: of the whole election).
 */
export interface Moment {
  readonly anchor: 'voting-day' | 'opening' | 'close' | 'first-opening' | 'last-close';
  /** ISO 8601 duration, added: `-P1D` is a day earlier by the calendar, `-PT48H` are hours that pass. */
  readonly offset: string;
  /** Local hour on that day instead of the anchor's own. */
  readonly at?: string;
  readonly of?: readonly string[];
}

export type Start = Moment & { readonly tz: 'local' };

export interface End {
  readonly anchor: Moment['anchor'];
  /** ISO 8601 duration, added. */
  readonly plus: string;
  readonly of?: readonly string[];
}

export interface Source {
  readonly title: string;
  readonly url: string | null;
}

/** One rule of electoral silence. Data, not advice: basis, confidence and sources are shown with it always. */
export interface SilenceRule {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Ids of territories, or `*` for every one of the country. */
  readonly territories: readonly string[];
  /** Only where voting is on the date of the election, or only where it is before (France overseas). */
  readonly voting: 'any' | 'on-date' | 'before-date';
  readonly elections: readonly (ElectionKind | 'any')[];
  /** Empty: no silence is known in this country, which is told rather than left out. */
  readonly forbids: readonly Act[];
  /** A ban, or only a duty of care; `none` where nothing is forbidden. */
  readonly force: 'ban' | 'care' | 'none';
  readonly audience: readonly Audience[];
  /** Null: no fixed hour. */
  readonly start: Start | null;
  readonly end: End | null;
  /** What may be said all the same, and the traps. */
  readonly exceptions: readonly Text[];
  /** Days of voting for which the row holds, both included; null: open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Cited as the country itself cites its law. */
  readonly basis: string;
  /** Null: not recorded, which does not mean that there is none. */
  readonly penalty: Text | null;
  readonly confidence: { readonly start: Confidence; readonly end: Confidence };
  readonly sources: readonly Source[];
}
