import type { HabitSample } from './sample.ts';

/** What is signed and what is not around a message that bears no signature of its sender's domain. */
export interface MissingSignature {
  /** Other messages of the domain that left by the same server within a quarter of a year before and after. */
  readonly signed: number;
  readonly unsigned: number;
}

/** Months before and after: domains begin to sign one day, and stop for a week when something breaks. */
const REACH = 3;
const LEAST_SIGNED = 12;
/** Nearly all mail of a domain that leaves by a route is signed, or there is no habit: one other unsigned, or this share. */
const MOST_UNSIGNED = 0.1;
/**
 * A scanner behind the same server, or a new program of the sender's, is often not signed: what this sender sent with this
 * program has to be.
 */
const LEAST_OWN = 3;
const MOST_OWN_UNSIGNED = 0.2;

interface Counts {
  signed: number;
  unsigned: number;
}

/** Of each domain and first server, month by month: how much of the mail bears the domain's own signature. */
export class SigningHabits {
  readonly #servers = new Map<string, Map<number, Counts>>();
  readonly #senders = new Map<string, Counts>();
  /** By address alone; what bears no trace of a server is a copy that its sender kept, which no server signs. */
  readonly #addresses = new Map<string, Counts>();

  add(sample: HabitSample): void {
    const { signer, route } = sample.habits;
    if (signer !== '' && (signer !== '-' || route !== '')) count(this.#addresses, sample.sender, sample);
    const month = monthOf(sample);
    if (month === null || sample.habits.signer === '') return;
    const server = serverOf(sample);
    const months = this.#servers.get(server) ?? new Map<number, Counts>();
    this.#servers.set(server, months);
    count(months, month, sample);
    count(this.#senders, senderOf(sample), sample);
  }

  /**
   * How much of what this address sent, by whatever server, its own domain signed, where that is all but a tenth, and this one
   * bears no such signature or nothing shows one. Null where it does, and where there is no such habit.
   */
  elsewhere(sample: HabitSample): MissingSignature | null {
    if (sample.list !== '') return null;
    const own = this.#addresses.get(sample.sender) ?? { signed: 0, unsigned: 0 };
    const self = sample.counted && sample.habits.route !== '' ? 1 : 0;
    if (own.signed < LEAST_SIGNED || !isSeldom(own, self)) return null;
    return { signed: own.signed, unsigned: own.unsigned - self };
  }

  /**
   * For a message that went out by the same server as signed ones, before and after it, and is not signed: the
   * signature was taken off, or never put on. Null where it is signed, and where there is no such habit.
   */
  missing(sample: HabitSample): MissingSignature | null {
    const month = monthOf(sample);
    if (month === null || sample.habits.signer !== '-') return null;
    const months = this.#servers.get(serverOf(sample));
    const sum = (from: number, to: number): Counts => {
      const total = { signed: 0, unsigned: 0 };
      for (let at = from; at <= to; at++) {
        total.signed += months?.get(at)?.signed ?? 0;
        total.unsigned += months?.get(at)?.unsigned ?? 0;
      }
      return total;
    };
    // A further copy of a message was not counted itself.
    const self = sample.counted ? 1 : 0;
    const around = sum(month - REACH, month + REACH);
    const unsigned = around.unsigned - self;
    if (around.signed < LEAST_SIGNED || unsigned > Math.max(1, MOST_UNSIGNED * around.signed)) return null;
    if (sum(month - REACH, month).signed === 0 || sum(month, month + REACH).signed === 0) return null;
    const own = this.#senders.get(senderOf(sample)) ?? { signed: 0, unsigned: self };
    if (own.signed < LEAST_OWN || own.unsigned - self > Math.max(1, MOST_OWN_UNSIGNED * own.signed))
      return null;
    return { signed: around.signed, unsigned };
  }
}

function isSeldom({ signed, unsigned }: Counts, self: number): boolean {
  return unsigned - self <= Math.max(1, MOST_UNSIGNED * signed);
}

function count<Key>(counts: Map<Key, Counts>, key: Key, { habits }: HabitSample): void {
  const known = counts.get(key) ?? { signed: 0, unsigned: 0 };
  counts.set(key, known);
  if (habits.signer === '-') known.unsigned++;
  else known.signed++;
}

/** Lists may take signatures off, so what each passed on is counted by itself. */
function serverOf({ sender, habits, list }: HabitSample): string {
  return `${sender.slice(sender.lastIndexOf('@') + 1)} ${habits.route} ${list}`;
}

function senderOf({ sender, habits, list }: HabitSample): string {
  return `${sender} ${habits.route} ${list} ${habits.program} ${habits.id} ${habits.order}`;
}

/** Months since the year 0; null without a date. */
function monthOf({ month }: HabitSample): number | null {
  return month === '' ? null : 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
}
