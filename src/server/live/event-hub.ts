import type { ServerEvents } from '../api/events.ts';
import type { SendEvent } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';

/** Attack, or a page that reloads in a loop: each open line holds a connection. */
const MOST_LISTENERS = 64;

/** Who listens for what happens to the case. */
export class EventHub {
  readonly #listeners = new Set<SendEvent>();

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Throws HttpError 503. */
  subscribe(send: SendEvent): () => void {
    this.check();
    this.#listeners.add(send);
    return () => this.#listeners.delete(send);
  }

  check(): void {
    if (this.#listeners.size >= MOST_LISTENERS)
      throw new HttpError(503, 'busy', {
        en: 'Too many pages are open on this case.',
        fr: 'Trop de pages sont ouvertes sur ce dossier.',
      });
  }

  tell<Name extends keyof ServerEvents>(name: Name, data: ServerEvents[Name]): void {
    for (const send of this.#listeners) send(name, data);
  }
}
