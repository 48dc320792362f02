import { inRange, type Written, wallTime } from './wall-time.ts';

/** How finely a stamp says its time. */
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
  | {
      readonly type: 'bad';
      readonly reason: 'empty' | 'not-a-time' | 'rounded' | 'out-of-range' | 'unknown-zone';
    };

/** In which order a stamp such as 05/06/2017 names day and month. */
export type DateOrder = 'day-first' | 'month-first';

/** No stamp is longer. Attack: a field of megabytes given to the expressions below. */
const MAX_STAMP = 64;

/**
 * Reads a time stamp: epoch seconds, milliseconds, microseconds or nanoseconds (told by size), ISO 8601 with `T`
 * or space, the form of X v1.1 (`Fri May 05 18:49:12 +0000 2017`), that of mail and feeds (`Fri, 05 May 2017
 * 18:49:12 GMT`), with an offset, a `Z` or a zone abbreviation, of 24 hours or of twelve. A stamp without zone is
 * read in `zone` (IANA name). Orders of day and month that can be taken two ways (5/6/2017) are refused, not
 * guessed, unless `order` says which is meant.
 */
export function parseTime(stamp: string, zone = 'UTC', order: DateOrder | null = null): TimeResult {
  const text = stamp.trim();
  if (text === '') return { type: 'bad', reason: 'empty' };
  if (text.length > MAX_STAMP) return { type: 'bad', reason: 'not-a-time' };
  if (/^-?\d+(\.\d+)?$/.test(text)) return epochTime(Number(text), text.includes('.'));
  const power = /^\d(?:\.(\d+))?e\+?\d{1,2}$/i.exec(text);
  if (power !== null) return powerTime(text, power[1] ?? '');
  const written = isoTime(text) ?? xTime(text) ?? namedTime(text) ?? orderedTime(text, order);
  return written === null ? { type: 'bad', reason: 'not-a-time' } : wallTime(written, zone);
}

/** A number as time: below 1e11 seconds (year 5138), then milliseconds, microseconds, nanoseconds. */
function epochTime(value: number, fraction = false): TimeResult {
  const size = Math.abs(value);
  const ms = Math.round(
    size < 1e11 ? value * 1000 : size < 1e14 ? value : size < 1e17 ? value / 1e3 : value / 1e6,
  );
  return inRange(ms, 'stated', size >= 1e11 || fraction ? 'millisecond' : 'second');
}

/** R writes 1.494e+09 where that is shorter than all ten digits, and so exact. */
const MOST_EXACT_DECIMALS = 3;

/** With more decimals a spreadsheet or a data frame has rounded it: by hours, and thousands of posts to one second. */
function powerTime(text: string, decimals: string): TimeResult {
  if (decimals.length > MOST_EXACT_DECIMALS) return { type: 'bad', reason: 'rounded' };
  return epochTime(Number(text));
}

const CLOCK = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?:\s?(?<half>[ap])\.?m\.?)?`;
const OFFSET = String.raw`(?:\s?(?<offset>Z|[+-]\d\d:?\d\d|[+-]\d\d|[a-z]{2,5}))?`;

const ISO = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ]${CLOCK})?${OFFSET}$`,
  'i',
);

function isoTime(text: string): Written | null {
  const groups = ISO.exec(text)?.groups;
  return groups === undefined ? null : writtenOf(groups, Number(groups.month));
}

const X = new RegExp(
  String.raw`^[a-z]{3} (?<name>[a-z]{3}) (?<day>\d\d?) ${CLOCK}${OFFSET} (?<year>\d{4})$`,
  'i',
);

function xTime(text: string): Written | null {
  const groups = X.exec(text)?.groups;
  return groups === undefined ? null : withNamedMonth(groups);
}

const DAY_NAME = String.raw`(?:\p{L}{2,9}\.?,? )?`;
const NAMED = [
  String.raw`^${DAY_NAME}(?<day>\d\d?)(?:er)?[ -](?<name>\p{L}{3,9})\.?,?[ -](?<year>\d{4})(?:,?(?: ·)? (?:at |à )?${CLOCK})?${OFFSET}$`,
  String.raw`^${DAY_NAME}(?<name>\p{L}{3,9})\.? (?<day>\d\d?),? (?<year>\d{4})(?:,?(?: ·)? (?:at )?${CLOCK})?${OFFSET}$`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** With the month in letters, English or French, after the day or before it. */
function namedTime(text: string): Written | null {
  for (const pattern of NAMED) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return withNamedMonth(groups);
  }
  return null;
}

/** Beginnings that tell the month, English and French; `juin` and `juillet` need four letters. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fév', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aoû', 'aou'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec', 'déc'],
];

function withNamedMonth(groups: Groups): Written | null {
  const name = (groups.name ?? '').toLowerCase().normalize('NFC');
  const index = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning)));
  return index < 0 ? null : writtenOf(groups, index + 1);
}

const ORDERED = new RegExp(
  String.raw`^(?<first>\d\d?)[/.-](?<middle>\d\d?)[/.-](?<year>\d{4})(?:,?[T ]${CLOCK})?${OFFSET}$`,
  'i',
);

function orderedTime(text: string, order: DateOrder | null): Written | null {
  const groups = order === null ? undefined : ORDERED.exec(text)?.groups;
  if (groups === undefined) return null;
  const { first, middle } = groups;
  const [day, month] = order === 'day-first' ? [first, middle] : [middle, first];
  return writtenOf({ ...groups, day }, Number(month));
}

type Groups = Readonly<Record<string, string | undefined>>;

function writtenOf(
  { year, day, hour, minute, second, fraction, half, offset }: Groups,
  month: number,
): Written {
  return {
    year: year ?? '',
    month,
    day: day ?? '',
    hour: hour ?? null,
    minute: minute ?? null,
    second: second ?? null,
    fraction: fraction ?? null,
    half: half?.toLowerCase() ?? null,
    offset: offset ?? null,
  };
}
