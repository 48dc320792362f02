import type { Scratch } from '../../spill/scratch.ts';
import type { TextStore } from '../../spill/text-store.ts';
import { monthOf } from './months.ts';
import { Questions } from './questions.ts';
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
/** Attack: a hundred thousand messages of one domain, each under a selector of its own. Those that come later are one. */
const MOST_SELECTORS = 20_000;
const TOO_MANY = '';

/**
 * By which selector each server signs, month by month. A domain changes its selector from one day on and does not go
 * back to the one before (RFC 6376 section 3.1: a key is retired when another takes its place). One in the midst of
 * another's use, on a few messages of a sender whose others all bear the usual one, is another signer's.
 */
export class SelectorHabits {
  readonly #texts: TextStore;
  /** By domain and first server; the sender and his program stand behind. */
  readonly #servers: Questions;
  /** By sender, program and selector. */
  readonly #own: Questions;

  constructor(scratch: Scratch, texts: TextStore) {
    this.#texts = texts;
    this.#servers = new Questions(scratch, 5);
    this.#own = new Questions(scratch, 2);
  }

  learn(sample: HabitSample, message: number): void {
    const [month, selector] = [monthOf(sample), selectorOf(sample)];
    if (month === null || selector === null) return;
    this.#servers.learn(serverOf(sample), message, month, this.#texts.add(selector));
    this.#own.learn(`${programOf(sample)} ${selector}`);
  }

  ask(sample: HabitSample, message: number): void {
    const [month, selector] = [monthOf(sample), selectorOf(sample)];
    if (month === null || selector === null) return;
    const words = [
      month,
      this.#texts.add(selector),
      sample.counted ? 1 : 0,
      this.#texts.add(programOf(sample)),
    ];
    this.#servers.ask(serverOf(sample), message, ...words);
  }

  /** Tells of messages under another selector than the usual one. */
  answer(tell: (message: number, other: OtherSelector) => void): void {
    this.#servers.answer(
      () => new SelectorsOfServer(),
      (server, word) => server.add(word(1), this.#texts.get(word(2))),
      (server, word) => {
        const other = server.other(word(1), this.#texts.get(word(2)), word(3));
        if (other === null) return;
        const own = `${this.#texts.get(word(4))} ${other.usual}`;
        this.#own.ask(own, word(0), this.#texts.add(JSON.stringify(other)));
      },
    );
    this.#own.answer(
      () => ({ messages: 0 }),
      (own) => own.messages++,
      (own, word) => {
        if (own.messages >= LEAST_OWN) tell(word(0), JSON.parse(this.#texts.get(word(1))) as OtherSelector);
      },
    );
  }
}

/** By month, then by selector. */
class SelectorsOfServer {
  readonly #months = new Map<number, Map<string, number>>();
  #selectors = 0;

  add(month: number, selector: string): void {
    const counts = this.#months.get(month) ?? new Map<string, number>();
    this.#months.set(month, counts);
    const isNew = !counts.has(selector);
    const name = isNew && this.#selectors >= MOST_SELECTORS ? TOO_MANY : selector;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (isNew) this.#selectors++;
  }

  /** Null where it bears the usual one, or none is usual. @param self 1 where the message was counted */
  other(month: number, seen: string, self: number): OtherSelector | null {
    const around = this.#sum(month - 1, month + 1);
    const [usual = TOO_MANY, messages = 0] = [...around].sort((a, b) => b[1] - a[1])[0] ?? [];
    const total = [...around.values()].reduce((sum, count) => sum + count, 0);
    if (
      usual === seen ||
      usual === TOO_MANY ||
      total < LEAST_AROUND ||
      total - messages > MOST_OTHERS * total
    )
      return null;
    const before = this.#sum(month - REACH, month - 1).get(usual) ?? 0;
    const after = this.#sum(month + 1, month + REACH).get(usual) ?? 0;
    if (before < LEAST_EACH_SIDE || after < LEAST_EACH_SIDE) return null;
    return { usual, seen, messages, alike: Math.max(0, (around.get(seen) ?? 0) - self) };
  }

  #sum(from: number, to: number): Map<string, number> {
    const sum = new Map<string, number>();
    for (let month = from; month <= to; month++) {
      for (const [selector, count] of this.#months.get(month) ?? [])
        sum.set(selector, (sum.get(selector) ?? 0) + count);
    }
    return sum;
  }
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

function programOf({ sender, habits, list }: HabitSample): string {
  return `${sender} ${habits.route} ${list} ${habits.program}`;
}
