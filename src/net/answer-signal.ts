/**
 * The cell by which a thread that makes requests says that its answer lies in the port, and by which who asked waits.
 * Between the store and the notification of one answer the one who waits may have read it already and asked
 * again; that late notification must not pass for the next answer, so the cell is looked at after each waking.
 */
export class AnswerSignal {
  readonly #cells: Int32Array;

  /** @param shared four bytes that both threads have. */
  constructor(shared: SharedArrayBuffer) {
    this.#cells = new Int32Array(shared);
  }

  /** Before a question. */
  lower(): void {
    Atomics.store(this.#cells, 0, 0);
  }

  /** After the answer was posted. */
  raise(): void {
    Atomics.store(this.#cells, 0, 1);
    Atomics.notify(this.#cells, 0);
  }

  /** Blocks the thread until the signal is raised; `onWait` is called after each `everyMs` of waiting. */
  wait(everyMs?: number, onWait?: () => void): void {
    while (Atomics.load(this.#cells, 0) === 0)
      if (Atomics.wait(this.#cells, 0, 0, everyMs) === 'timed-out') onWait?.();
  }
}
