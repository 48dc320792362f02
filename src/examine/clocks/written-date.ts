import { parseDate } from '../../parse/mime/date.ts';

/** A Date field as a moment, and the zone it was written in. */
export interface WrittenDate {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

/**
 * A date from offset `from` on, as Date and Received write it (RFC 5322 section 3.3), leading white space and all; null when it
 * tells no moment. By hand, because a message has ten of them and patterns take four times as long; what is
 * not of the usual form goes to the parser that knows the variants.
 */
export function readDate(text: string, from = 0): WrittenDate | null {
  return readUsual(text, from) ?? readRare(text.slice(from));
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

function readUsual(text: string, from: number): WrittenDate | null {
  let at = skipSpace(text, from);
  if (text.charCodeAt(at + 3) === COMMA) at = skipSpace(text, at + 4);
  const dayDigits = digitAt(text, at + 1) >= 0 ? 2 : 1;
  const day = numberAt(text, at, dayDigits);
  const monthAt = behindGap(text, at + dayDigits);
  const month = MONTHS.indexOf(text.slice(monthAt, monthAt + 3)) / 3;
  const yearAt = behindGap(text, monthAt + 3);
  const year = numberAt(text, yearAt, 4);
  const timeAt = behindGap(text, yearAt + 4);
  const hour = numberAt(text, timeAt, 2);
  const minute = numberAt(text, timeAt + 3, 2);
  const second = numberAt(text, timeAt + 6, 2);
  const signAt = behindGap(text, timeAt + 8);
  const zone = numberAt(text, signAt + 1, 4);
  const sign = text.charCodeAt(signAt);
  if (!(day > 0 && month >= 0 && year > 1900 && hour >= 0 && minute >= 0 && second >= 0 && zone >= 0))
    return null;
  if (!Number.isInteger(month) || (sign !== PLUS && sign !== MINUS)) return null;
  if (text.charCodeAt(timeAt + 2) !== COLON || text.charCodeAt(timeAt + 5) !== COLON) return null;
  const isPlain = signAt - at === dayDigits + PLAIN_LENGTH;
  if (!isPlain && !(day <= SHORTEST_MONTH && hour < 24 && minute < 60 && second < 60)) return null;
  const offset = (sign === MINUS ? -1 : 1) * (60 * Math.floor(zone / 100) + (zone % 100));
  return { time: Date.UTC(year, month, day, hour, minute, second) - offset * 60_000, offset };
}

/** ` Aug 2020 16:25:06 `: no more than a space between two words, as in all but folded dates. */
const PLAIN_LENGTH = 19;
/** Days that a month may not have are left to the parser. */
const SHORTEST_MONTH = 28;

const COMMA = 44;
const COLON = 58;
const PLUS = 43;
const MINUS = 45;

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 9 || code === 10 || code === 13; ) {
    code = text.charCodeAt(++at);
  }
  return at;
}

/** Behind one sign of any kind, or, where a field is folded or filled up, behind all white space. */
function behindGap(text: string, from: number): number {
  return Math.max(from + 1, skipSpace(text, from));
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** Negative when one of the characters is no digit. */
function numberAt(text: string, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i++) {
    const digit = digitAt(text, i);
    if (digit < 0) return -1;
    value = 10 * value + digit;
  }
  return value;
}

function readRare(text: string): WrittenDate | null {
  const line = text.trim().replace(/\s+/g, ' ');
  const iso = line === '' ? null : parseDate(line);
  if (iso === null) return null;
  const zone = /([+-])(\d\d):?(\d\d)/.exec(line);
  const offset = zone === null ? 0 : (zone[1] === '-' ? -1 : 1) * (60 * Number(zone[2]) + Number(zone[3]));
  return { time: Date.parse(iso), offset };
}
