/** The stages of a hack-and-leak, in the order in which they are set. */
export const STAGES = [
  'bait',
  'theft',
  'saves',
  'publication',
  'spread',
  'statement',
  'silence',
  'case',
] as const;

export type Stage = (typeof STAGES)[number];

/**
 * How the time of an event is known.
 * - `signed`: a signature that holds covers the date;
 * - `own-clock`: the item says so itself, and what an item says of itself can be set by whoever holds it;
 * - `platform`: a network's clock, as it was exported;
 * - `table`: a table of posts that names no network, so that nobody knows whose clock it is;
 * - `told`: whoever asked for the time line said so;
 * - `rule`: computed from a rule of electoral silence;
 * - `bounded`: not seen; it lies between two things that were;
 * - `logged`: the custody log of this case.
 */
export type Ground = 'signed' | 'own-clock' | 'platform' | 'table' | 'told' | 'rule' | 'bounded' | 'logged';

export type EventCode =
  | 'lookalike-messages'
  | 'bait-messages'
  | 'leak-span'
  | 'theft-window'
  | 'theft-after'
  | 'theft-contradicted'
  | 'saved-in-run'
  | 'saved-late'
  | 'published'
  | 'first-post'
  | 'busiest-hours'
  | 'site-appears'
  | 'statement'
  | 'silence'
  | 'sifted';

/** One line of the time line. */
export interface OperationEvent {
  readonly stage: Stage;
  readonly code: EventCode;
  /** ISO 8601; null: not known on that side. */
  readonly from: string | null;
  readonly to: string | null;
  /** `local`: a wall clock that does not tell its zone; never compare it by the hour with the others. */
  readonly zone: 'UTC' | 'local';
  readonly ground: Ground;
  /** Ids of items of the case, at most `MOST_ITEMS` of `count`. */
  readonly items: readonly string[];
  readonly count: number;
  /** Values for the text. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Named with an event; its count tells how many there are. */
export const MOST_ITEMS = 20;
