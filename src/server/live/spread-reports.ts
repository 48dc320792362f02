import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import type { SpreadJson, SpreadPostJson } from '../api/spread.ts';

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

const KEPT_REPORTS = 8;

/** Reports on the posts of the case. Each is worked out once, on a thread of its own, and kept. */
export class SpreadReports {
  readonly #folder: string;
  readonly #reports = new Map<string, Promise<SpreadJson>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws TamisError `no-posts`, `too-many-pairs`. */
  report(question: SpreadQuestion): Promise<SpreadJson> {
    this.#check();
    const name = JSON.stringify(question);
    const known = this.#reports.get(name);
    if (known !== undefined) return known;
    const made = this.#work<SpreadJson>({ type: 'report', question });
    made.catch(() => this.#reports.delete(name));
    this.#reports.set(name, made);
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > KEPT_REPORTS && oldest !== undefined) this.#reports.delete(oldest);
    return made;
  }

  posts(
    question: PostsQuestion,
  ): Promise<{ readonly total: number; readonly rows: readonly SpreadPostJson[] }> {
    this.#check();
    return this.#work({ type: 'posts', question });
  }

  #check(): void {
    if (!existsSync(join(this.#folder, 'spread', 'posts.parquet')))
      throw new TamisError('no-posts', 'This case holds no posts; `tamis spread import` brings them.');
  }

  #work<T>(work: SpreadWork): Promise<T> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL(`./spread-worker${import.meta.url.slice(-3)}`, import.meta.url), {
        workerData: { folder: this.#folder, work },
      });
      worker.once('message', resolve);
      // An error comes from the thread as a copy: its class is lost, its code is not.
      worker.once('error', (error: Error & { readonly code?: unknown }) =>
        reject(
          typeof error.code === 'string'
            ? new TamisError(error.code, error.message, { cause: error })
            : error,
        ),
      );
      worker.unref();
    });
  }
}
