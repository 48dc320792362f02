import { type Clock, type ClockPlace, clock, isPlausible } from './clock.ts';
import type { Received } from './received.ts';

/** An id of a mail server's own making, and the moment that it holds. */
interface ServerId {
  readonly server: 'exim' | 'sendmail';
  /** The characters that hold the clock. */
  readonly basis: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The field whose queue id it is; null in a Message-ID, which the server writes where a local program left it out. */
  readonly received: Received | null;
}

/** The clock of such an id, to the second: of a hop, or of the submission. None where the moment cannot be one of mail. */
export function clockOfServerId(place: ClockPlace, { server, basis, time, received }: ServerId): Clock[] {
  if (!isPlausible(time)) return [];
  const source = received === null ? (`${server}-message-id` as const) : (`${server}-queue-id` as const);
  const event = received === null ? 'written' : 'passed';
  const beside = received?.date ?? null;
  return [clock(place, { source, family: source, event, time, error: 1000, basis, beside })];
}
