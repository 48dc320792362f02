/**
 * The pulse of a worker: shared memory by which the main thread sees which item a worker is at and whether
 * it still moves, even while the worker is caught in an endless loop and answers no message.
 */
export interface Pulse {
  /** A new item begins; `cursor` is its number within the task, -1 while the container is being opened. */
  beginItem(cursor: number): void;
  /** Long work makes progress: the clock of the current item starts again. */
  alive(): void;
}

const TICK = 0;
const CURSOR = 1;
export const PULSE_BYTES = 8;

export function pulseOf(memory: SharedArrayBuffer): Pulse {
  const cells = new Int32Array(memory);
  return {
    beginItem(cursor) {
      Atomics.store(cells, CURSOR, cursor);
      Atomics.add(cells, TICK, 1);
    },
    alive() {
      Atomics.add(cells, TICK, 1);
    },
  };
}

export function readPulse(memory: SharedArrayBuffer): { readonly tick: number; readonly cursor: number } {
  const cells = new Int32Array(memory);
  return { tick: Atomics.load(cells, TICK), cursor: Atomics.load(cells, CURSOR) };
}
