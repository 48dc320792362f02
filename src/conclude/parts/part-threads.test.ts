import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Claims } from './claims.ts';
import { type PartRun, PartThreads } from './part-threads.ts';

const EARNEST = new URL('../../../test/sift/echoing-part-thread.ts', import.meta.url);
const ONCE_FAILING = new URL('../../../test/sift/once-failing-part-thread.ts', import.meta.url);
const FAILING = new URL('../../../test/sift/failing-part-thread.ts', import.meta.url);

function runOf(pieces: readonly string[]): PartRun {
  return { name: 'countTraces', common: null, pieces, claims: Claims.memoryFor(pieces.length) };
}

/** All that is said of a run, until nobody has anything more to say. */
function allOf(threads: PartThreads): ReadonlyMap<number, unknown> {
  const found = new Map<number, unknown>();
  for (;;) {
    const heard = threads.awaited();
    if (heard.length === 0) return found;
    for (const each of heard) found.set(each.at, each.found);
  }
}

describe('threads that do pieces', () => {
  it('do each piece once among them', () => {
    const threads = new PartThreads(2, '', EARNEST);
    threads.start(runOf(['a', 'b', 'c']));
    const found = allOf(threads);
    threads.close();
    assert.deepEqual([...found].toSorted(), [
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);
  });

  it('are not believed where they speak of a run that nobody waits for any more', () => {
    const threads = new PartThreads(1, '', EARNEST);
    threads.start(runOf(['old', 'older']));
    threads.start(runOf(['new']));
    const found = allOf(threads);
    threads.close();
    assert.deepEqual([...found], [[0, 'new']]);
  });

  it('leave out pieces that somebody has begun', () => {
    const threads = new PartThreads(1, '', EARNEST);
    const run = runOf(['mine', 'theirs']);
    assert.equal(new Claims(run.claims).take(0), true);
    threads.start(run);
    const found = allOf(threads);
    threads.close();
    assert.deepEqual([...found], [[1, 'theirs']]);
  });

  it('are not waited for once they have failed', () => {
    const threads = new PartThreads(1, '', FAILING);
    threads.start(runOf(['a']));
    assert.deepEqual(threads.awaited(), []);
    threads.start(runOf(['b']));
    assert.deepEqual(threads.awaited(), []);
    threads.close();
  });

  it('are asked nothing more once they have failed, whatever they would say', () => {
    const threads = new PartThreads(1, '', ONCE_FAILING);
    threads.start(runOf(['a']));
    assert.deepEqual(threads.awaited(), []);
    threads.start(runOf(['b']));
    assert.deepEqual([...allOf(threads)], []);
    threads.close();
  });
});
