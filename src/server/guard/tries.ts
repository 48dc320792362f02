/** Wrong tries one address may make before it waits, and how long it waits for each further one. */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** All addresses together, for those who have many (IPv6). */
const MOST_A_MINUTE = 30;
/** Attack: one entry for each address of a network. */
const MOST_ADDRESSES = 10_000;

interface Record {
  wrong: number;
  until: number;
}

/** Slows down whoever guesses a password: each wrong try beyond the first five doubles the wait. */
export class Tries {
  readonly #now: () => number;
  readonly #by = new Map<string, Record>();
  #recent: number[] = [];

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a try; returns the milliseconds to wait, 0 when it may be made. */
  wait(address: string): number {
    const now = this.#now();
    this.#recent = this.#recent.filter((time) => time > now - 60_000);
    const own = (this.#by.get(address)?.until ?? 0) - now;
    if (own > 0) return own;
    const first = this.#recent[0];
    if (this.#recent.length >= MOST_A_MINUTE && first !== undefined) return first + 60_000 - now;
    // Counted before the answer is known: a thousand tries at once are a thousand tries.
    this.#recent.push(now);
    const record = this.#by.get(address) ?? { wrong: 0, until: 0 };
    record.wrong++;
    const beyond = record.wrong - FREE_TRIES;
    if (beyond >= 0) record.until = now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** beyond);
    this.#by.set(address, record);
    const [oldest] = this.#by.keys();
    if (this.#by.size > MOST_ADDRESSES && oldest !== undefined) this.#by.delete(oldest);
    return 0;
  }

  right(address: string): void {
    this.#by.delete(address);
  }
}
