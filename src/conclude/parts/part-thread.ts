import { workerData } from 'node:worker_threads';
import { openCase } from '../../case/open.ts';
import type { CaseStore } from '../../case/store.ts';
import { Claims } from './claims.ts';
import { MOST_HELD } from './part-runner.ts';
import type { CommonOf, PartName, PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';
import { PreparedPart } from './prepared-part.ts';
import type { FromPartThread, PartThreadSetup, ToPartThread } from './thread-protocol.ts';

// A thread that does parts of an embedded case: it reads by a connection of its own, and writes nothing.
const { caseDirectory, port, counter } = workerData as PartThreadSetup;
const cells = new Int32Array(counter);
let opened: { readonly store: CaseStore; readonly prepared: PreparedPart } | null = null;
let common: unknown = null;

port.on('message', (message: ToPartThread) => {
  if (message.type === 'close') {
    opened?.store.close();
    tell({ type: 'closed' });
    port.close();
    return;
  }
  try {
    work(message);
    tell({ type: 'idle' });
  } catch (error) {
    tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});

/** From the end, since the main thread begins at the front: each mostly judges what it has surveyed. */
function work(message: Extract<ToPartThread, { type: 'run' }>): void {
  if (message.common.type === 'new') common = message.common.value;
  opened ??= open();
  const name: PartName = message.name;
  const claims = new Claims(message.claims);
  const doPiece = opened.prepared.of(name, common as CommonOf<typeof name>);
  for (let at = message.pieces.length - 1; at >= 0; at--) {
    if (!claims.take(at)) continue;
    tell({ type: 'found', run: message.run, at, found: doPiece(message.pieces[at] as PieceOf<typeof name>) });
  }
}

function open(): NonNullable<typeof opened> {
  const store = openCase(caseDirectory, { now: () => new Date(), readOnly: true });
  return { store, prepared: new PreparedPart(new PieceReader(store, MOST_HELD)) };
}

function tell(message: FromPartThread): void {
  port.postMessage(message);
  Atomics.add(cells, 0, 1);
  Atomics.notify(cells, 0);
}
