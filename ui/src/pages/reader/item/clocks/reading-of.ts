import type { PlacedClock } from '../../../../../../src/server/api/item.ts';
import { formatDay, formatMoment, formatWall } from '../../../../i18n/format-date.ts';

/** Whether it is known what moment a clock means; a wall clock alone does not tell. */
export function hasZone({ zone }: PlacedClock): boolean {
  return /^(?:utc|z)$/iu.test(zone) || /^[+-]\d/u.test(zone);
}

/** What a clock reads: in the reader's zone where its own is known, else as it is written. */
export function readingOf(clock: PlacedClock): string {
  const { ms, precision } = clock;
  if (!hasZone(clock)) return formatWall(new Date(ms).toISOString().replace(/Z$/u, ''));
  return precision === 'day' ? formatDay(ms) : formatMoment(ms);
}
