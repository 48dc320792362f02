import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TamisError } from '../../model/index.ts';
import { HttpError } from '../http/http-error.ts';

/** What a child says before it ends (answer-parent.ts). */
export type ChildAnswer =
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string };

/** A dossier of 92,000 posts takes half a minute; whatever takes this long hangs. */
const MOST_MS = 300_000;

/**
 * Work in processes of their own. Threads would not do: DuckDB is native, and a thread that is ended while it counts
 * takes the whole process with it (docs/decisions/0275).
 */
export class Children {
  readonly #running = new Set<ChildProcess>();
  readonly #mostMs: number;

  constructor(mostMs = MOST_MS) {
    this.#mostMs = mostMs;
  }

  get running(): number {
    return this.#running.size;
  }

  /**
   * @param script that calls `answerParent`, beside the caller: `./worker.ts`, of the caller's own ending when built
   * Throws what the child throws on purpose, with its code; HttpError 503 `busy` when it is ended, 504 `took-too-long`.
   */
  run<T>(script: URL, input: object): Promise<T> {
    const child = fork(fileURLToPath(script), {
      // Bytes and dates go over as they are.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Flags of the tests, of an inspector above all, are not for it.
      execArgv: [],
    });
    this.#running.add(child);
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new HttpError(504, 'took-too-long', {
            en: 'It took more than five minutes and was given up.',
            fr: 'Cela a pris plus de cinq minutes et a été abandonné.',
          }),
        );
        child.kill('SIGKILL');
      }, this.#mostMs);
      child.once('message', (answer: ChildAnswer) => {
        // This program's own child, which answers what it was asked.
        if (answer.type === 'done') resolve(answer.value as T);
        else reject(errorOf(answer));
      });
      child.once('error', reject);
      child.once('exit', () => {
        clearTimeout(timer);
        this.#running.delete(child);
        // After an answer this changes nothing.
        reject(
          new HttpError(503, 'busy', {
            en: 'It was ended before it had an answer. Try again.',
            fr: 'Cela a été interrompu avant d’avoir une réponse. Réessayez.',
          }),
        );
      });
      child.send(input);
    });
  }

  async close(): Promise<void> {
    const ends = [...this.#running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.#running) child.kill('SIGKILL');
    await Promise.all(ends);
  }
}

function errorOf({ code, message }: Extract<ChildAnswer, { type: 'failed' }>): Error {
  return code === null ? new Error(message) : new TamisError(code, message);
}
