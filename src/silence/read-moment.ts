import { Temporal } from 'temporal-polyfill';

/**
 * Milliseconds since 1970 of a moment as typed: ISO 8601 with its distance from Greenwich, or without, and
 * then by the clocks of `zone`. Null when it is neither, or the zone is not known.
 */
export function readMoment(text: string, zone: string): number | null {
  const iso = text.trim().replace(' ', 'T');
  try {
    if (/(?:Z|[+-]\d{2}(?::?\d{2})?)$/iu.test(iso) && iso.includes('T'))
      return Temporal.Instant.from(iso).epochMilliseconds;
    return Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    // Temporal throws RangeError for what it cannot read; that is the answer.
    return null;
  }
}
