import type { Familiarity } from '../../model/index.ts';

/** Days on which something of a kind was seen, below which nothing is said of what was not seen. */
const LEAST_DAYS = 20;
/** A value on a smaller share of the days is seldom. */
const USUAL_SHARE = 0.01;

/** Days count, not items: five hundred files saved in one night are one day of somebody's habits. */
export interface DayCounts {
  /** Days of the usual set with this value, and with anything of its kind. */
  readonly usualDays: number;
  readonly ofUsualDays: number;
  /** The same of the whole leak. */
  readonly allDays: number;
  readonly ofAllDays: number;
}

/** How a value stands to the usual set, with the figures behind it. */
export interface Measured {
  readonly usualDays: number;
  readonly ofDays: number;
  readonly surprise: number;
  readonly familiarity: Familiarity;
}

/**
 * How a value stands to the victim's own. Of a value that does not occur in n days, 3/n is the upper end of its
 * share at 95 % (the rule of three: 0.95 = 1 − (1 − p)^n): with 20 days, it may still be in one of seven. Where
 * the usual set says too little about a kind, the whole leak stands in, and there nothing can be unseen.
 */
export function measure({ usualDays, ofUsualDays, allDays, ofAllDays }: DayCounts): Measured {
  const byUsual = ofUsualDays >= LEAST_DAYS;
  const days = byUsual ? usualDays : allDays;
  const ofDays = byUsual ? ofUsualDays : ofAllDays;
  const surprise = Math.max(0, Math.log2((ofDays + 1) / (days + 1)));
  const familiarity = wordFor(days, ofDays, byUsual);
  return { usualDays: days, ofDays, surprise: Math.round(surprise * 100) / 100, familiarity };
}

function wordFor(days: number, ofDays: number, byUsual: boolean): Familiarity {
  // In the leak itself, no day means no date.
  if (ofDays < LEAST_DAYS || (days === 0 && !byUsual)) return 'unknown';
  if (days === 0) return 'unseen';
  return days === 1 || days < ofDays * USUAL_SHARE ? 'seldom' : 'usual';
}
