const HOUR = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();

/**
 * Milliseconds east of Greenwich that clocks of `zone` (IANA name) showed at the wall-clock time `wall`
 * (given as if it were UTC); null when the zone is not known. A time that occurs twice when clocks go back
 * is taken as the first; one that does not occur when they go forward, as if they had not yet.
 */
export function zoneOffset(zone: string, wall: number): number | null {
  const early = offsetAt(zone, wall - 24 * HOUR);
  const late = offsetAt(zone, wall + 24 * HOUR);
  if (early === null || late === null || early === late) return early;
  return offsetAt(zone, wall - early) === early ? early : late === offsetAt(zone, wall - late) ? late : early;
}

/** Milliseconds east of Greenwich of `zone` at the moment `utc`. */
function offsetAt(zone: string, utc: number): number | null {
  if (zone === 'UTC') return 0;
  // Offsets change on quarter hours at the finest.
  const quarter = Math.floor(utc / (HOUR / 4));
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format = formatOf(zone);
  if (format === null) return null;
  const at = quarter * (HOUR / 4);
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at;
  // Bounded, so that a file of random stamps cannot fill the memory.
  if (offsets.size > 100_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** Whether the platform knows the zone. */
export function isZone(zone: string): boolean {
  return zone === 'UTC' || formatOf(zone) !== null;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // Intl throws RangeError for a zone it does not know; that is the answer.
  }
  formats.set(zone, format);
  return format;
}
