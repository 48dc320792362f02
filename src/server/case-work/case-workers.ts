import type { CasePlace } from '../case-place.ts';
import { Children } from '../child/run-child.ts';
import { HttpError } from '../http/http-error.ts';
import type { CaseTaskName, CaseTasks } from './work.ts';

/** Each opens the case and may hold the posts. Attack: a held key that asks for a hundred dossiers. */
const MOST_RUNNING = 2;
const MOST_WAITING = 20;

/** Does what takes seconds over the whole case beside the server, so that reading goes on meanwhile. */
export class CaseWorkers {
  readonly #place: CasePlace;
  readonly #waiting: (() => void)[] = [];
  readonly #children = new Children();

  constructor(place: CasePlace) {
    this.#place = place;
  }

  /** Throws what the work throws on purpose, with its code; HttpError 503 `busy`, 504 `took-too-long`. */
  async run<Name extends CaseTaskName>(
    name: Name,
    input: CaseTasks[Name]['input'],
  ): Promise<CaseTasks[Name]['output']> {
    if (this.#children.running >= MOST_RUNNING) await this.#turn();
    const script = new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url);
    try {
      return await this.#children.run<CaseTasks[Name]['output']>(script, { place: this.#place, name, input });
    } finally {
      this.#waiting.shift()?.();
    }
  }

  close(): Promise<void> {
    return this.#children.close();
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING)
      throw new HttpError(503, 'busy', {
        en: 'Too much is being worked out. Try again in a minute.',
        fr: 'Trop de calculs sont en cours. Réessayez dans une minute.',
      });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
