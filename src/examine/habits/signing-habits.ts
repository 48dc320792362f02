import type { Scratch } from '../../spill/scratch.ts';
import { monthOf } from './months.ts';
import { Questions } from './questions.ts';
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
/** Attack: a sender of a hundred thousand messages, each of a program of its own. Of what comes later nothing is said. */
const MOST_PROGRAMS = 10_000;

interface Counts {
  signed: number;
  unsigned: number;
}

/** How much of what one sender sent bears the signature of his own domain. */
export class OwnSigning {
  /** What bears no trace of a server is a copy that its sender kept, which no server signs. */
  readonly #all: Counts = { signed: 0, unsigned: 0 };
  readonly #programs = new Map<string, Counts>();

  add(sample: HabitSample): void {
    const { signer, route } = sample.habits;
    if (signer !== '' && (signer !== '-' || route !== '')) count(this.#all, sample);
    if (monthOf(sample) === null || signer === '') return;
    const program = programOf(sample);
    const known = this.#programs.get(program) ?? { signed: 0, unsigned: 0 };
    if (this.#programs.size < MOST_PROGRAMS) this.#programs.set(program, known);
    count(known, sample);
  }

  /**
   * How much of what this address sent, by whatever server, its own domain signed, where that is all but a tenth, and this one
   * bears no such signature or nothing shows one. Null where it does, and where there is no such habit.
   */
  elsewhere(sample: HabitSample): MissingSignature | null {
    if (sample.list !== '') return null;
    const { signed, unsigned } = this.#all;
    const self = sample.counted && sample.habits.route !== '' ? 1 : 0;
    if (signed < LEAST_SIGNED || !isSeldom(this.#all, self)) return null;
    return { signed, unsigned: unsigned - self };
  }

  /** Whether what he sends with the program of an unsigned message is signed otherwise. */
  isUsual(sample: HabitSample): boolean {
    if (monthOf(sample) === null || sample.habits.signer !== '-') return false;
    const self = selfOf(sample);
    const own = this.#programs.get(programOf(sample)) ?? { signed: 0, unsigned: self };
    return own.signed >= LEAST_OWN && own.unsigned - self <= Math.max(1, MOST_OWN_UNSIGNED * own.signed);
  }
}

/** Of each domain and first server, month by month: how much of the mail bears the domain's own signature. */
export class SigningOfServers {
  readonly #questions: Questions;

  constructor(scratch: Scratch) {
    this.#questions = new Questions(scratch, 3);
  }

  learn(sample: HabitSample): void {
    const month = monthOf(sample);
    if (month === null || sample.habits.signer === '') return;
    this.#questions.learn(serverOf(sample), month, sample.habits.signer === '-' ? 0 : 1);
  }

  /** Of a message that is not signed, though its sender's usually are (`OwnSigning.isUsual`). */
  ask(sample: HabitSample, message: number): void {
    this.#questions.ask(serverOf(sample), message, monthOf(sample) ?? 0, selfOf(sample));
  }

  /**
   * Tells of messages that went out by the same server as signed ones, before and after them, and are not signed: the
   * signature was taken off, or never put on.
   */
  answer(tell: (message: number, missing: MissingSignature) => void): void {
    this.#questions.answer(
      () => new Map<number, Counts>(),
      (months, word) => {
        const known = months.get(word(0)) ?? { signed: 0, unsigned: 0 };
        months.set(word(0), known);
        if (word(1) === 1) known.signed++;
        else known.unsigned++;
      },
      (months, word) => {
        const missing = missingIn(months, word(1), word(2));
        if (missing !== null) tell(word(0), missing);
      },
    );
  }
}

function missingIn(
  months: ReadonlyMap<number, Counts>,
  month: number,
  self: number,
): MissingSignature | null {
  const sum = (from: number, to: number): Counts => {
    const total = { signed: 0, unsigned: 0 };
    for (let at = from; at <= to; at++) {
      total.signed += months.get(at)?.signed ?? 0;
      total.unsigned += months.get(at)?.unsigned ?? 0;
    }
    return total;
  };
  const around = sum(month - REACH, month + REACH);
  if (around.signed < LEAST_SIGNED || !isSeldom(around, self)) return null;
  if (sum(month - REACH, month).signed === 0 || sum(month, month + REACH).signed === 0) return null;
  return { signed: around.signed, unsigned: around.unsigned - self };
}

function isSeldom({ signed, unsigned }: Counts, self: number): boolean {
  return unsigned - self <= Math.max(1, MOST_UNSIGNED * signed);
}

/** A further copy of a message was not counted itself. */
function selfOf({ counted }: HabitSample): number {
  return counted ? 1 : 0;
}

function count(known: Counts, { habits }: HabitSample): void {
  if (habits.signer === '-') known.unsigned++;
  else known.signed++;
}

/** Lists may take signatures off, so what each passed on is counted by itself. */
function serverOf({ sender, habits, list }: HabitSample): string {
  return `${sender.slice(sender.lastIndexOf('@') + 1)} ${habits.route} ${list}`;
}

function programOf({ habits, list }: HabitSample): string {
  return `${habits.route} ${list} ${habits.program} ${habits.id} ${habits.order}`;
}
