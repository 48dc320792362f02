import type {
  ByteSource,
  ContainerEntry,
  ContainerReader,
  Defect,
  EntryOutcome,
  Failure,
} from '../../../model/index.ts';
import { failureOf } from '../../binary/fail.ts';
import { safeName } from '../safe-name.ts';

/** The only child of a compressed file. */
export interface OnlyChild {
  /** As the file records it; null or empty when it does not, and the pipeline names it. */
  readonly rawName: Uint8Array | null;
  readonly facts: Readonly<Record<string, string>>;
  /** May still grow while the child is read. */
  readonly defects: readonly Defect[];
  readonly outcome: () => Promise<EntryOutcome>;
}

/** A reader for formats that hold exactly one child. */
export function oneChild(source: ByteSource, child: OnlyChild): ContainerReader {
  const safe = safeName(decoded(child.rawName ?? new Uint8Array(0)));
  let problem: Failure | null = null;
  return {
    expected: 1,
    async *entries(from): AsyncGenerator<ContainerEntry> {
      if (from > 0) return;
      const outcome = noting(await child.outcome(), (found) => {
        problem = found;
      });
      const name = child.rawName !== null && child.rawName.length > 0 ? { 'original-name': safe.name } : {};
      yield { index: 0, name: safe.name, outcome, defects: safe.defects, facts: { ...child.facts, ...name } };
    },
    failure: () => problem,
    facts: {},
    defects: child.defects,
    close: () => source.close(),
  };
}

/** Tells of the damage in the child, which in a stream shows only when it is read to there. */
function noting(outcome: EntryOutcome, note: (found: Failure) => void): EntryOutcome {
  if (outcome.type === 'partial' || outcome.type === 'failed') note(outcome.failure);
  return outcome.type === 'stream' ? { type: 'stream', chunks: notingChunks(outcome.chunks, note) } : outcome;
}

async function* notingChunks(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  note: (found: Failure) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    note(failureOf(error));
    throw error;
  }
}

/** gzip says ISO 8859-1, today's tools write UTF-8. */
function decoded(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return Buffer.from(name).toString('latin1');
  }
}
