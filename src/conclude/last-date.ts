const MONTH_MS = 30 * 86_400_000;
/** One in a hundred may be of a wrong clock: what is a month behind the rest is not the last. */
const USUAL = 0.99;

/**
 * The date of the last message (ISO 8601); null where none has one.
 *
 * @param dates of messages, milliseconds since 1970; NaN without
 */
export function lastDate(dates: Float64Array): string | null {
  const dated = dates.filter((date) => !Number.isNaN(date)).sort();
  const usual = dated[Math.floor(USUAL * (dated.length - 1))];
  if (usual === undefined) return null;
  const last = dated.findLast((date) => date <= usual + MONTH_MS);
  return last === undefined ? null : new Date(last).toISOString();
}
