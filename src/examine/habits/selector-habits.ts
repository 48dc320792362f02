import type { HabitSample } from './sample.ts';

/** Under which selector the mail around a message is signed, where it bears another. */
export interface OtherSelector {
  readonly usual: string;
  readonly seen: string;
  /** Messages around it under the usual one, and others under the one seen here. */
  readonly messages: number;
  readonly alike: number;
}

/** Months before and after in which the usual selector must be in use. */
const REACH = 3;
const LEAST_EACH_SIDE = 3;
const LEAST_AROUND = 20;
/** A domain that signs with two keys by turns has no usual one. */
const MOST_OTHERS = 0.1;
/** The newsletter or the form behind the same server may have a key of its own: what this sender sent with this program has not. */
const LEAST_OWN = 3;

/**
 * By which selector each server signs, month by month. A domain changes its selector from one day on and does not go
 * back to the one before (RFC 6376 section 3.1: a key is retired when another takes its place). One in the midst of
 * another's use, on a few messages of a sender whose others all bear the usual one, is another signer's.
 */
export class SelectorHabits {
  /** By domain and first server, then by month, then by selector. */
  readonly #servers = new Map<string, Map<number, Map<string, number>>>();
  readonly #senders = new Map<string, Map<string, number>>();

  add(sample: HabitSample): void {
    const [month, selector] = [monthOf(sample), selectorOf(sample)];
    if (month === null || selector === null) return;
    const server = serverOf(sample);
    const months = this.#servers.get(server) ?? new Map<number, Map<string, number>>();
    this.#servers.set(server, months);
    const counts = months.get(month) ?? new Map<string, number>();
    months.set(month, counts);
    counts.set(selector, (counts.get(selector) ?? 0) + 1);
    const sender = senderOf(sample);
    const own = this.#senders.get(sender) ?? new Map<string, number>();
    this.#senders.set(sender, own);
    own.set(selector, (own.get(selector) ?? 0) + 1);
  }

  /** Null where it bears the usual one, or none is usual. All are added before. */
  other(sample: HabitSample): OtherSelector | null {
    const [month, seen] = [monthOf(sample), selectorOf(sample)];
    const months = this.#servers.get(serverOf(sample));
    if (month === null || seen === null || months === undefined) return null;
    const around = sumOf(months, month - 1, month + 1);
    const [usual = '', messages = 0] = [...around].sort((a, b) => b[1] - a[1])[0] ?? [];
    const total = [...around.values()].reduce((sum, count) => sum + count, 0);
    if (usual === seen || total < LEAST_AROUND || total - messages > MOST_OTHERS * total) return null;
    const before = sumOf(months, month - REACH, month - 1).get(usual) ?? 0;
    const after = sumOf(months, month + 1, month + REACH).get(usual) ?? 0;
    if (before < LEAST_EACH_SIDE || after < LEAST_EACH_SIDE) return null;
    if ((this.#senders.get(senderOf(sample))?.get(usual) ?? 0) < LEAST_OWN) return null;
    const alike = (around.get(seen) ?? 0) - (sample.counted ? 1 : 0);
    return { usual, seen, messages, alike };
  }
}

function sumOf(
  months: ReadonlyMap<number, ReadonlyMap<string, number>>,
  from: number,
  to: number,
): Map<string, number> {
  const sum = new Map<string, number>();
  for (let month = from; month <= to; month++) {
    for (const [selector, count] of months.get(month) ?? [])
      sum.set(selector, (sum.get(selector) ?? 0) + count);
  }
  return sum;
}

/** Null without a signature of the sender's domain; cases of before selectors were kept have the domain alone. */
function selectorOf({ habits: { signer } }: HabitSample): string | null {
  const slash = signer.indexOf('/');
  return slash < 0 ? null : signer.slice(slash + 1);
}

function serverOf({ sender, habits, list }: HabitSample): string {
  const { signer, route } = habits;
  return `${sender.slice(sender.lastIndexOf('@') + 1)} ${signer.slice(0, signer.indexOf('/'))} ${route} ${list}`;
}

function senderOf({ sender, habits, list }: HabitSample): string {
  return `${sender} ${habits.route} ${list} ${habits.program}`;
}

/** Months since the year 0; null without a date. */
function monthOf({ month }: HabitSample): number | null {
  return month === '' ? null : 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
}
