import { workerData } from 'node:worker_threads';
import type { PartThreadSetup, ToPartThread } from '../../src/conclude/parts/thread-protocol.ts';

// A thread that takes pieces and then fails at them.
const { port, counter } = workerData as PartThreadSetup;
const cells = new Int32Array(counter);

port.on('message', (message: ToPartThread) => {
  if (message.type === 'run') Atomics.store(new Int32Array(message.claims), message.pieces.length - 1, 1);
  port.postMessage(message.type === 'close' ? { type: 'closed' } : { type: 'failed', reason: 'on purpose' });
  Atomics.add(cells, 0, 1);
  Atomics.notify(cells, 0);
  if (message.type === 'close') port.close();
});
