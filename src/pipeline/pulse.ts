/**
 * The pulse of a worker: shared memory by which the main thread sees which item a worker is at and whether
 * it still moves, even while the worker is caught in an endless loop and answers no message.
 */
export interface Pulse {
  /** A new item begins; `cursor` is its number within the task, -1 while the container is being opened. */
  beginItem(cursor: number): void;
  /**
   * Long work makes progress: the clock of the current item starts again, but only while `position` (bytes
   * read, say) grows. An endless loop that calls this at one place is still an endless loop.
   */
  alive(position: number): void;
  /** The worker waited for something that is not the item's fault. */
  waited(): void;
}

/** Cells of the shared memory. */
const TICK = 0;
const CURSOR = 1;
export const PULSE_BYTES = 8;

/** The worker's side of the shared memory. */
export function pulseOf(memory: SharedArrayBuffer): Pulse {
  const cells = new Int32Array(memory);
  let furthest = -1;
  return {
    beginItem(cursor) {
      furthest = -1;
      Atomics.store(cells, CURSOR, cursor);
      Atomics.add(cells, TICK, 1);
    },
    alive(position) {
      if (position <= furthest) return;
      furthest = position;
      Atomics.add(cells, TICK, 1);
    },
    waited() {
      Atomics.add(cells, TICK, 1);
    },
  };
}

/** Before a task is given to a worker: whatever happens before its first item happens to the opening. */
export function resetPulse(memory: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(memory), CURSOR, -1);
}

/** The main thread's side: how often the worker moved, and at which item it is. */
export function readPulse(memory: SharedArrayBuffer): { readonly tick: number; readonly cursor: number } {
  const cells = new Int32Array(memory);
  return { tick: Atomics.load(cells, TICK), cursor: Atomics.load(cells, CURSOR) };
}
