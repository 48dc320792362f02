import { zoneOffset } from './zone.ts';

export type TimeResolution = 'second' | 'millisecond' | 'minute' | 'day';

/**
 * What came of a stamp. `zone` says where the offset is from: the stamp itself (an epoch number has none
 * to doubt), or the zone assumed for stamps without one.
 */
export type TimeResult =
  | {
      readonly type: 'time';
      readonly ms: number;
      readonly zone: 'stated' | 'assumed';
      readonly resolution: TimeResolution;
    }
  | { readonly type: 'bad'; readonly reason: 'empty' | 'not-a-time' | 'out-of-range' | 'unknown-zone' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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

/** No stamp is longer. Attack: a field of megabytes given to the expressions below. */
const MAX_STAMP = 64;

/**
 * Reads a time stamp: epoch seconds, milliseconds, microseconds or nanoseconds (told by size; R writes round ones as 1.5e+09), ISO 8601
 * with `T` or space, the form of X v1.1 (`Fri May 05 18:49:12 +0000 2017`), with an offset, a `Z` or a
 * zone abbreviation. A stamp without zone is read in `zone` (IANA name). Orders of day and month that
 * can be taken two ways (5/6/2017) are refused, not guessed.
 */
export function parseTime(stamp: string, zone = 'UTC'): TimeResult {
  const text = stamp.trim();
  if (text === '') return { type: 'bad', reason: 'empty' };
  if (text.length > MAX_STAMP) return { type: 'bad', reason: 'not-a-time' };
  if (/^-?\d+(\.\d+)?(e\+?\d{1,2})?$/i.test(text)) return epochTime(Number(text), text.includes('.'));
  return isoTime(text, zone) ?? xTime(text) ?? { type: 'bad', reason: 'not-a-time' };
}

/** A number as time: below 1e11 seconds (year 5138), then milliseconds, microseconds, nanoseconds. */
export function epochTime(value: number, fraction = false): TimeResult {
  const size = Math.abs(value);
  const ms = Math.round(
    size < 1e11 ? value * 1000 : size < 1e14 ? value : size < 1e17 ? value / 1e3 : value / 1e6,
  );
  return inRange(ms, 'stated', size >= 1e11 || fraction ? 'millisecond' : 'second');
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d|[A-Za-z]{2,5})?$/;

function isoTime(text: string, zone: string): TimeResult | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const wall = Date.UTC(
    +(year ?? 0),
    +(month ?? 0) - 1,
    +(day ?? 0),
    +(hour ?? 0),
    +(minute ?? 0),
    +(second ?? 0),
  );
  if (
    new Date(wall).getUTCDate() !== +(day ?? 0) ||
    +(hour ?? 0) > 23 ||
    +(minute ?? 0) > 59 ||
    +(month ?? 0) > 12
  )
    return { type: 'bad', reason: 'not-a-time' };
  const local = wall + Math.floor(Number(`0.${fraction ?? 0}`) * 1000 + 1e-6);
  const resolution =
    hour === undefined
      ? 'day'
      : second === undefined
        ? 'minute'
        : fraction === undefined
          ? 'second'
          : 'millisecond';
  if (offset === undefined) {
    const assumed = zoneOffset(zone, local);
    return assumed === null
      ? { type: 'bad', reason: 'unknown-zone' }
      : inRange(local - assumed, 'assumed', resolution);
  }
  const stated = statedOffset(offset);
  return stated === null
    ? { type: 'bad', reason: 'unknown-zone' }
    : inRange(local - stated, 'stated', resolution);
}

const X = /^[A-Za-z]{3} ([A-Za-z]{3}) (\d\d?) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})$/;

function xTime(text: string): TimeResult | null {
  const match = X.exec(text);
  if (!match) return null;
  const [, month, day, hour, minute, second, offset, year] = match;
  const index = MONTHS.indexOf((month ?? '').toLowerCase());
  if (index < 0) return null;
  const local = Date.UTC(+(year ?? 0), index, +(day ?? 0), +(hour ?? 0), +(minute ?? 0), +(second ?? 0));
  return inRange(local - (statedOffset(offset ?? '') ?? 0), 'stated', 'second');
}

/** Milliseconds east of Greenwich, or null for an abbreviation nobody declared. */
function statedOffset(offset: string): number | null {
  const digits = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  if (digits) return (digits[1] === '-' ? -1 : 1) * (+(digits[2] ?? 0) * 60 + +(digits[3] ?? 0)) * 60_000;
  const minutes = ABBREVIATIONS[offset.toUpperCase()];
  return minutes === undefined ? null : minutes * 60_000;
}

function inRange(ms: number, zone: 'stated' | 'assumed', resolution: TimeResolution): TimeResult {
  if (!(ms >= EARLIEST_MS && ms <= LATEST_MS)) return { type: 'bad', reason: 'out-of-range' };
  return { type: 'time', ms, zone, resolution };
}
