import { type Clock, clocksOf } from '../../examine/clocks/index.ts';
import type { ByteRange, Limits } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';

/** One clock of a message (docs/clocks.md). */
export interface ClockJson {
  readonly source: string;
  readonly event: Clock['event'];
  /** ISO 8601 with milliseconds; for a zone other than utc the reading as if it were UTC. */
  readonly time: string;
  readonly zone: Clock['zone'];
  /** Milliseconds it may be off by its own resolution, either way. */
  readonly error: number;
  /** A reader sees it: Date or Received. */
  readonly shown: boolean;
  readonly header: string;
  readonly at: ByteRange;
  readonly basis: string;
}

/** The clocks of a message on one line of time, earliest first. */
export function clocksJson(bytes: Uint8Array, limits: Limits): readonly ClockJson[] {
  const clocks = [...clocksOf(parseMessage(bytes, limits))].sort((a, b) => a.time - b.time);
  return clocks.map(({ source, event, time, zone, error, shown, header, at, basis }) => ({
    source,
    event,
    time: new Date(time).toISOString(),
    zone,
    error,
    shown,
    header,
    at: { start: at.start, end: at.end },
    basis: basis.replace(/\s+/g, ' ').trim(),
  }));
}
