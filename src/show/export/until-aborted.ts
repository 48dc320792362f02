import { setImmediate } from 'node:timers/promises';

/** Values between two looks at the event loop, where Ctrl-C is heard. */
const BREATH = 100;

/** The same values; ends with the signal's reason when it fires. */
export async function* untilAborted<T>(
  values: Iterable<T>,
  signal: AbortSignal | undefined,
): AsyncIterable<T> {
  let count = 0;
  for (const value of values) {
    if (count++ % BREATH === 0) await setImmediate();
    signal?.throwIfAborted();
    yield value;
  }
}
