import type { CaseStore } from '../case/store.ts';
import { type DatedMessages, lastMessageOf } from '../examine/traces/index.ts';
import type { Scratch } from '../spill/scratch.ts';
import { AllTraces } from './all-traces.ts';
import { chunked } from './parts/chunks.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { Piece } from './parts/piece-reader.ts';

/** Items whose notes are written at once. */
const NOTED_AT_ONCE = 1_000;

/**
 * Traces over the whole leak (docs/traces.md), once verdicts stand: groups of values and how familiar they are, what
 * was saved after the fact and in batches, clocks that disagree, documents derived from one another. What concerns an
 * item becomes a note of its judgement; no verdict is moved, since to be touched is not to be forged.
 *
 * @param pieces of the archive first, each in path order
 * @param messages of the leak
 */
export function concludeTraces(
  store: CaseStore,
  parts: PartRunner,
  scratch: Scratch,
  pieces: readonly Piece[],
  messages: DatedMessages,
): void {
  const traces = new AllTraces(scratch, lastMessageOf(messages));
  for (const counted of parts.run('countTraces', null, pieces)) traces.take(counted);
  const found = traces.find();
  store.transaction(() => {
    for (const notes of chunked(found.notes(), NOTED_AT_ONCE)) store.addReasons(notes);
    store.setTraces(traces.groups.groups(), found.findings());
  });
}
