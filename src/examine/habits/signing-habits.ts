import type { HabitBreak, HabitSample } from './sample.ts';

// A quarter of a year: domains begin to sign one day, and stop for a week when something breaks.
const PERIODS_A_YEAR = 4;
const LEAST_SIGNED = 12;
/** Nearly all mail of a domain that leaves by a route is signed, or there is no habit: one unsigned, or this share. */
const MOST_UNSIGNED = 0.05;

interface Counts {
  signed: number;
  unsigned: number;
}

/** Of each domain and route out, in each quarter: how much of the mail bears the domain's own signature. */
export class SigningHabits {
  readonly #counts = new Map<string, Counts>();

  add(sample: HabitSample): void {
    const key = keyOf(sample);
    if (key === null) return;
    const counts = this.#counts.get(key) ?? { signed: 0, unsigned: 0 };
    this.#counts.set(key, counts);
    if (sample.habits.signer === '-') counts.unsigned++;
    else counts.signed++;
  }

  /** A message that went out by the same route as signed ones, and is not: the signature was taken off, or never put on. */
  broken(sample: HabitSample): HabitBreak | null {
    const key = keyOf(sample);
    const counts = key === null ? undefined : this.#counts.get(key);
    if (counts === undefined || sample.habits.signer !== '-') return null;
    const total = counts.signed + counts.unsigned;
    if (counts.signed < LEAST_SIGNED || counts.unsigned > Math.max(1, MOST_UNSIGNED * total)) return null;
    return {
      way: 'unsigned',
      usual: [`DKIM ${counts.signed}/${total}`],
      seen: ['–'],
      of: total,
    };
  }
}

function keyOf({ sender, habits, month }: HabitSample): string | null {
  if (habits.signer === '' || month === '') return null;
  const period = Math.floor(((Number(month.slice(5, 7)) - 1) * PERIODS_A_YEAR) / 12);
  return `${sender.slice(sender.lastIndexOf('@') + 1)} ${habits.route} ${month.slice(0, 4)} ${period}`;
}
