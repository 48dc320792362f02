import type { MessageHead } from '../case/store.ts';

const MONTH_MS = 30 * 86_400_000;
/** One in a hundred may be of a wrong clock: what is a month behind the rest is not the last. */
const USUAL = 0.99;

/** The date of the last message (ISO 8601); null where none has one. */
export function lastDate(messages: readonly Pick<MessageHead, 'date'>[]): string | null {
  const dates = messages.flatMap(({ date }) => date ?? []).sort();
  const usual = dates[Math.floor(USUAL * (dates.length - 1))];
  if (usual === undefined) return null;
  return dates.findLast((date) => Date.parse(date) <= Date.parse(usual) + MONTH_MS) ?? null;
}
