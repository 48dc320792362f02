import type { Session } from '../guard/sessions.ts';
import { HttpError } from '../http/http-error.ts';

/** How long a person may take from the warning to the file. */
const TICKET_MS = 60_000;
const MOST_TICKETS = 1_000;

interface Ticket {
  readonly item: string;
  /** Of the session it was given to. */
  readonly mark: string;
  readonly until: number;
}

/**
 * Permissions to take the bytes of one item away, given once the warning has been read. Each works once, for whom it
 * was given to: an address in a page or in a history takes nothing away.
 */
export class Downloads {
  readonly #now: () => Date;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #tickets = new Map<string, Ticket>();

  constructor(now: () => Date, random: (bytes: number) => Uint8Array) {
    this.#now = now;
    this.#random = random;
  }

  give(item: string, session: Session): string {
    const ticket = Buffer.from(this.#random(18)).toString('base64url');
    this.#tickets.set(ticket, { item, mark: session.mark, until: this.#now().getTime() + TICKET_MS });
    const [oldest] = this.#tickets.keys();
    if (this.#tickets.size > MOST_TICKETS && oldest !== undefined) this.#tickets.delete(oldest);
    return ticket;
  }

  /** The item a ticket is for. Throws HttpError 410. */
  take(ticket: string, session: Session): string {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (found === undefined || found.mark !== session.mark || found.until < this.#now().getTime())
      throw new HttpError(410, 'ticket-used', {
        en: 'This address worked once, for a minute. Ask for the file again.',
        fr: 'Cette adresse a servi une fois, pendant une minute. Redemandez le fichier.',
      });
    return found.item;
  }
}
