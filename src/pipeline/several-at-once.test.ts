import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { severalAtOnce } from './several-at-once.ts';

const never = new AbortController().signal;

describe('severalAtOnce', () => {
  it('begins in order, with no more at a time than asked for', async () => {
    const begun: number[] = [];
    let [now, most] = [0, 0];
    await severalAtOnce([5, 1, 3, 2], 2, never, async (item) => {
      begun.push(item);
      most = Math.max(most, ++now);
      await pause(item);
      now--;
    });
    assert.deepEqual([begun, most], [[5, 1, 3, 2], 2]);
  });

  it('stops the others when one fails, waits for them, and throws the first error', async () => {
    const stopped: number[] = [];
    const work = (item: number, _: number, signal: AbortSignal): Promise<void> =>
      item === 1
        ? pause(1).then(() => Promise.reject(new Error('first')))
        : pause(10_000, undefined, { signal }).catch(() => {
            stopped.push(item);
            throw new Error('stopped');
          });
    await assert.rejects(severalAtOnce([0, 1, 2, 3], 3, never, work), /first/);
    assert.deepEqual(stopped.sort(), [0, 2]);
  });

  it('is stopped from outside', async () => {
    const outside = new AbortController();
    const work = (_: number, __: number, signal: AbortSignal) => pause(10_000, undefined, { signal });
    const all = severalAtOnce([0, 1], 2, outside.signal, work as never);
    outside.abort();
    await assert.rejects(all, { name: 'AbortError' });
  });
});
