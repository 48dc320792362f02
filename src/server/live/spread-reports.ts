import { TamisError } from '../../model/index.ts';
import type { SpreadJson, SpreadPostJson } from '../api/spread.ts';
import { Children } from '../child/run-child.ts';
import { SpreadCache } from './spread-cache.ts';

export interface SpreadQuestion {
  readonly tag: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

export interface PostsQuestion extends SpreadQuestion {
  readonly account: string | null;
  readonly id: string | null;
  readonly lang: string | null;
  readonly place: string | null;
  readonly offset: number;
  readonly limit: number;
}

export type SpreadWork =
  | { readonly type: 'report'; readonly question: SpreadQuestion }
  | { readonly type: 'posts'; readonly question: PostsQuestion };

/** What a process is started with. */
export interface SpreadJob {
  readonly folder: string;
  readonly work: SpreadWork;
}

/** Reports of hashtags and spans that a few people look at by turns. */
const KEPT_REPORTS = 8;

/** Reports on the posts of the case. Each is worked out once, in a process of its own, and kept, in the case too. */
export class SpreadReports {
  readonly #folder: string;
  readonly #cache: SpreadCache;
  readonly #children = new Children();
  readonly #reports = new Map<string, Promise<SpreadJson>>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#cache = new SpreadCache(folder);
  }

  /** Differs whenever posts were imported; null in a case without. */
  version(): string | null {
    return this.#cache.version();
  }

  /** Throws TamisError `no-posts`, `too-many-pairs`. */
  report(question: SpreadQuestion): Promise<SpreadJson> {
    const version = this.#version();
    const name = `${version} ${JSON.stringify(question)}`;
    const known = this.#reports.get(name);
    if (known !== undefined) return known;
    const made = this.#keptOrMade(version, question);
    made.catch(() => this.#reports.delete(name));
    this.#reports.set(name, made);
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > KEPT_REPORTS && oldest !== undefined) this.#reports.delete(oldest);
    return made;
  }

  posts(
    question: PostsQuestion,
  ): Promise<{ readonly total: number; readonly rows: readonly SpreadPostJson[] }> {
    this.#version();
    return this.#work({ type: 'posts', question });
  }

  async #keptOrMade(version: string, question: SpreadQuestion): Promise<SpreadJson> {
    const kept = await this.#cache.read(version, question);
    if (kept !== null) return kept;
    const made = await this.#work<SpreadJson>({ type: 'report', question });
    // Posts imported while it was counted are in it, or not: the next question counts again.
    if (this.#cache.version() === version) await this.#cache.write(version, question, made);
    return made;
  }

  #version(): string {
    const version = this.#cache.version();
    if (version === null)
      throw new TamisError('no-posts', {
        en: 'This case holds no posts; `tamis spread import` brings them.',
        fr: 'Ce dossier ne contient pas de messages publics\u202f; `tamis spread import` les apporte.',
      });
    return version;
  }

  #work<T>(work: SpreadWork): Promise<T> {
    const job: SpreadJob = { folder: this.#folder, work };
    return this.#children.run<T>(
      new URL(`./spread-worker${import.meta.url.slice(-3)}`, import.meta.url),
      job,
    );
  }

  close(): Promise<void> {
    return this.#children.close();
  }
}
