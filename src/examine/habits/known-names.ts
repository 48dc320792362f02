import { latinOf } from '../lookalike/skeleton.ts';
import type { HabitSample } from './sample.ts';

/** Somebody else of the leak who bears the name that a message shows. */
export interface Namesake {
  readonly address: string;
  readonly messages: number;
}

/** So many messages make a name somebody's, and a tenth of them under another address does not yet make it another's. */
const LEAST_MESSAGES = 20;
const TIMES_MORE = 10;
/** Attack: a hundred thousand messages, each under a name of its own. What comes later is not learnt. */
const MOST_NAMES = 50_000;

/**
 * Whose name it is that a sender shows. Mail programs show names and hide addresses, and a signature vouches for the
 * address alone; so the name of somebody known, on mail from elsewhere, is worth a remark. People have private mailboxes.
 */
export class KnownNames {
  /** By name, then by sender. */
  readonly #names = new Map<string, Map<string, number>>();
  /**
   * By name, who bears it most, once that was asked for. Attack: a hundred thousand messages under one name, each from an address of its
   * own; for each of them all addresses would be gone through.
   */
  readonly #foremost = new Map<string, Namesake>();

  add({ habits, sender }: HabitSample): void {
    const name = nameOf(habits.name);
    if (name === null || (!this.#names.has(name) && this.#names.size >= MOST_NAMES)) return;
    const senders = this.#names.get(name) ?? new Map<string, number>();
    this.#names.set(name, senders);
    senders.set(sender, (senders.get(sender) ?? 0) + 1);
    this.#foremost.delete(name);
  }

  /** Null where it is the sender's own name, or nobody's. All are added before. */
  namesake({ habits, sender }: HabitSample): Namesake | null {
    const name = nameOf(habits.name);
    const senders = name === null ? undefined : this.#names.get(name);
    if (senders === undefined || senders.size < 2) return null;
    const own = senders.get(sender) ?? 0;
    const { address, messages } = this.#foremostOf(name ?? '', senders);
    if (messages < LEAST_MESSAGES || messages < TIMES_MORE * own || domainOf(address) === domainOf(sender))
      return null;
    return { address, messages };
  }

  /** Of several who bear it as often, the first. */
  #foremostOf(name: string, senders: ReadonlyMap<string, number>): Namesake {
    const known = this.#foremost.get(name);
    if (known !== undefined) return known;
    let foremost: Namesake = { address: '', messages: 0 };
    for (const [address, messages] of senders)
      if (messages > foremost.messages) foremost = { address, messages };
    this.#foremost.set(name, foremost);
    return foremost;
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
