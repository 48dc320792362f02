/** Attack: a channel that somebody fills with notices. Who waits looks again no sooner than this. */
const SHORTEST_WAIT_MS = 10;

/** How many notices have come to a thread that owns a connection, for others that wait for the next. */
export class NoticeCount {
  readonly #cells: Int32Array;

  /** @param shared four bytes that both threads have. */
  constructor(shared: SharedArrayBuffer) {
    this.#cells = new Int32Array(shared);
  }

  add(): void {
    Atomics.add(this.#cells, 0, 1);
    Atomics.notify(this.#cells, 0);
  }

  get seen(): number {
    return Atomics.load(this.#cells, 0);
  }

  /** Blocks the thread until there are others than those seen, for at most so many milliseconds. */
  wait(seen: number, ms: number): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SHORTEST_WAIT_MS);
    Atomics.wait(this.#cells, 0, seen, Math.max(0, ms - SHORTEST_WAIT_MS));
  }

  /** As `wait`, without blocking; ends with the signal, too. Keeps the process meanwhile, which waiting for a cell does not. */
  async soon(seen: number, ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const timer = setTimeout(end, ms);
    const stop = (): void => end();
    signal.addEventListener('abort', stop);
    setTimeout(() => {
      const { async: isAsync, value } = Atomics.waitAsync(this.#cells, 0, seen, ms);
      if (isAsync) value.then(() => end());
      else end();
    }, SHORTEST_WAIT_MS);
    await over;
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
