import type { ByteRange } from '../../model/index.ts';

/** What a clock stamped. Only like is compared with like: docs/clocks.md says how. */
export type ClockEvent =
  /** The message, or this reply in its thread, was made by the sender's program. */
  | 'written'
  /** A mail system took the message on. */
  | 'passed'
  /** The first message of the thread was made. */
  | 'thread-began'
  /** A signature was made, or ends. */
  | 'signed'
  | 'expires';

/** One time found in a message. */
export interface Clock {
  /** Stable kebab-case code; docs/clocks.md lists them. */
  readonly source: string;
  /** Decoders that read the same stamp share a family: two of one family are one witness. */
  readonly family: string;
  readonly event: ClockEvent;
  /** Milliseconds since 1970 UTC; for `local` and `unknown` as if the reading were UTC. */
  readonly time: number;
  /** Milliseconds the stamp may be off, either way, by its own resolution. */
  readonly error: number;
  /** `unknown`: programs differ in whether they write UTC or local time here. */
  readonly zone: 'utc' | 'local' | 'unknown';
  /** A reader sees it (Date, Received): anyone who edits a message thinks of it. */
  readonly shown: boolean;
  readonly header: string;
  readonly at: ByteRange;
  /** The characters it was read from. */
  readonly basis: string;
  /** The time written out in the same field, for stamps inside a Received; null elsewhere. */
  readonly beside: number | null;
}

/** The place of a stamp. */
export interface ClockPlace {
  readonly header: string;
  readonly at: ByteRange;
}

type Rest = Pick<Clock, 'source' | 'family' | 'event' | 'time' | 'error' | 'basis'> &
  Partial<Pick<Clock, 'zone' | 'shown' | 'beside'>>;

/** A clock at a place; UTC, hidden and alone in its field unless said. */
export function clock(place: ClockPlace, rest: Rest): Clock {
  return {
    source: rest.source,
    family: rest.family,
    event: rest.event,
    time: rest.time,
    error: rest.error,
    zone: rest.zone ?? 'utc',
    shown: rest.shown ?? false,
    header: place.header,
    at: place.at,
    basis: rest.basis,
    beside: rest.beside ?? null,
  };
}

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2050, 0, 1);

/**
 * The gate against everything that merely looks like a stamp: random ids, ids made anonymous by hand, ids of
 * other programs. Of random 32-bit FILETIME heads and 48-bit tick counts one in a thousand passes.
 */
export function isPlausible(time: number): boolean {
  return time >= EARLIEST && time < LATEST;
}
