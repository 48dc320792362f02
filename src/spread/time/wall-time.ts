import type { TimeResolution, TimeResult } from './parse-time.ts';
import { zoneOffset } from './zone.ts';

/** What a stamp writes, as the digits stand there; null for what it leaves out. */
export interface Written {
  readonly year: string;
  /** 1 to 12. */
  readonly month: number;
  readonly day: string;
  readonly hour: string | null;
  readonly minute: string | null;
  readonly second: string | null;
  readonly fraction: string | null;
  /** `a` or `p`, of a clock of twelve hours. */
  readonly half: string | null;
  /** `Z`, `+0200`, `+02:00`, `+02` or an abbreviation. */
  readonly offset: string | null;
}

/** Abbreviations that exports are seen to write (CrowdTangle, Twint), in minutes east of Greenwich. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Stamps beyond these are taken for garbage: posts on social networks, with room to spare. */
const EARLIEST_MS = Date.UTC(1970, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

/** The moment of what is written; without an offset it is read in `zone` (IANA name). */
export function wallTime(written: Written, zone: string): TimeResult {
  const hour = hourOf(written);
  const [month, day, minute, second] = [
    written.month,
    Number(written.day),
    Number(written.minute),
    Number(written.second),
  ];
  const wall = Date.UTC(Number(written.year), month - 1, day, hour ?? 0, minute, second);
  // Date takes 30 February for 2 March, and 25 o'clock for one of the next day.
  if (hour === null || new Date(wall).getUTCDate() !== day || hour > 23 || minute > 59 || month > 12)
    return { type: 'bad', reason: 'not-a-time' };
  const local = wall + Math.floor(Number(`0.${written.fraction ?? 0}`) * 1000 + 1e-6);
  const stated = written.offset === null ? null : statedOffset(written.offset);
  const offset = written.offset === null ? zoneOffset(zone, local) : stated;
  if (offset === null) return { type: 'bad', reason: 'unknown-zone' };
  return inRange(local - offset, stated === null ? 'assumed' : 'stated', resolutionOf(written));
}

/** A time in UTC milliseconds, or `out-of-range` before 1970 and far ahead. */
export function inRange(ms: number, zone: 'stated' | 'assumed', resolution: TimeResolution): TimeResult {
  if (!(ms >= EARLIEST_MS && ms <= LATEST_MS)) return { type: 'bad', reason: 'out-of-range' };
  return { type: 'time', ms, zone, resolution };
}

/** 0 to 23; null where twelve hours were left behind. */
function hourOf({ hour, half }: Written): number | null {
  const written = Number(hour);
  if (half === null) return written;
  if (written < 1 || written > 12) return null;
  return (written % 12) + (half === 'p' ? 12 : 0);
}

function resolutionOf({ hour, second, fraction }: Written): TimeResolution {
  if (hour === null) return 'day';
  if (second === null) return 'minute';
  return fraction === null ? 'second' : 'millisecond';
}

/** Milliseconds east of Greenwich, or null for an abbreviation nobody declared. */
function statedOffset(offset: string): number | null {
  const digits = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  if (digits) return (digits[1] === '-' ? -1 : 1) * (+(digits[2] ?? 0) * 60 + +(digits[3] ?? 0)) * 60_000;
  const minutes = ABBREVIATIONS[offset.toUpperCase()];
  return minutes === undefined ? null : minutes * 60_000;
}
