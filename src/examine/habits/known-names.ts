import type { Scratch } from '../../spill/scratch.ts';
import type { TextStore } from '../../spill/text-store.ts';
import { latinOf } from '../lookalike/skeleton.ts';
import { Questions } from './questions.ts';
import type { HabitSample } from './sample.ts';

/** Somebody else of the leak who bears the name that a message shows. */
export interface Namesake {
  readonly address: string;
  readonly messages: number;
}

/** So many messages make a name somebody's, and a tenth of them under another address does not yet make it another's. */
const LEAST_MESSAGES = 20;
const TIMES_MORE = 10;
/** Attack: a hundred thousand messages of one sender, each under a name of its own. What comes later is not learnt. */
const MOST_NAMES = 10_000;

/** Under which names one sender writes: how many messages, and the first. */
export class OwnNames {
  readonly #names = new Map<string, { readonly first: number; messages: number }>();

  add({ habits }: HabitSample, message: number): void {
    const name = nameOf(habits.name);
    if (name === null || (!this.#names.has(name) && this.#names.size >= MOST_NAMES)) return;
    const known = this.#names.get(name) ?? { first: message, messages: 0 };
    this.#names.set(name, known);
    known.messages++;
  }

  /** Messages under the name of this one. */
  messagesOf({ habits }: HabitSample): number {
    return this.#names.get(nameOf(habits.name) ?? '')?.messages ?? 0;
  }

  all(): Iterable<readonly [name: string, { readonly first: number; readonly messages: number }]> {
    return this.#names;
  }
}

/**
 * Whose name it is that a sender shows. Mail programs show names and hide addresses, and a signature vouches for the
 * address alone; so the name of somebody known, on mail from elsewhere, is worth a remark. People have private mailboxes.
 */
export class KnownNames {
  readonly #texts: TextStore;
  readonly #questions: Questions;

  constructor(scratch: Scratch, texts: TextStore) {
    this.#texts = texts;
    this.#questions = new Questions(scratch, 3);
  }

  learn(sender: string, own: OwnNames): void {
    for (const [name, { first, messages }] of own.all())
      this.#questions.learn(name, first, this.#texts.add(sender), messages);
  }

  ask(sample: HabitSample, message: number, own: OwnNames): void {
    const name = nameOf(sample.habits.name);
    if (name !== null)
      this.#questions.ask(name, message, this.#texts.add(sample.sender), own.messagesOf(sample));
  }

  /** Tells of messages that show the name of somebody else. Of several who bear it as often, the first. */
  answer(tell: (message: number, namesake: Namesake) => void): void {
    this.#questions.answer(
      () => ({ senders: 0, foremost: 0, messages: 0 }),
      (name, word) => {
        name.senders++;
        if (word(2) > name.messages) [name.foremost, name.messages] = [word(1), word(2)];
      },
      ({ senders, foremost, messages }, word) => {
        if (senders < 2 || messages < LEAST_MESSAGES || messages < TIMES_MORE * word(2)) return;
        const address = this.#texts.get(foremost);
        if (domainOf(address) !== domainOf(this.#texts.get(word(1)))) tell(word(0), { address, messages });
      },
    );
  }
}

/** Two words at least, whatever their order, case, accents and script; null for less. */
function nameOf(written: string): string | null {
  const known = knownNames.get(written);
  if (known !== undefined) return known;
  const name = readName(written);
  if (knownNames.size >= MOST_KNOWN) knownNames.clear();
  knownNames.set(written, name);
  return name;
}

/** The same few people write most mail, and each name is asked for twice. Attack: a name of its own on each message. */
const MOST_KNOWN = 2_000;
const knownNames = new Map<string, string | null>();

function readName(written: string): string | null {
  // Letters of another script, and marks without a shape, are put into a Latin name to hide whose it is.
  const bare = latinOf(written.replace(/\p{Cf}/gu, '').toLowerCase());
  const words = bare.match(/\p{L}{2,}/gu) ?? [];
  return words.length < 2 ? null : words.sort().join(' ');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
