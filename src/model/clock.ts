/**
 * The one disagreement between the clocks of a message that is kept with it (docs/clocks.md). Clocks show
 * inconsistencies, never authenticity.
 */
export interface ClockGap {
  /**
   * Against the dates a reader sees, against the date in its own Received, or between two zones.
   * `impossible-id`: a queue id that its program cannot have made; there is no gap then. */
  readonly type: 'shown' | 'beside' | 'offset' | 'impossible-id';
  /** Which stamp, e.g. `outlook-message-id`. */
  readonly source: string;
  /** Seconds the stamp is later than the date it is held against; negative when earlier. */
  readonly seconds: number;
  /** What it reads, ISO 8601; the id itself when it reads as nothing. */
  readonly stamp: string;
  /** Independent stamps that name the same other day. */
  readonly witnesses: number;
  /** An innocent cause that would explain it; null when none is known. */
  readonly cause: 'queue' | 'zone' | 'draft' | null;
}
