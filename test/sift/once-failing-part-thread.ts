import { workerData } from 'node:worker_threads';
import type {
  FromPartThread,
  PartThreadSetup,
  ToPartThread,
} from '../../src/conclude/parts/thread-protocol.ts';

// A thread that fails at its first run and would do the next one.
const { port, counter } = workerData as PartThreadSetup;
const cells = new Int32Array(counter);
let runs = 0;

port.on('message', (message: ToPartThread) => {
  if (message.type === 'close') {
    tell({ type: 'closed' });
    port.close();
  } else if (runs++ === 0) tell({ type: 'failed', reason: 'on purpose' });
  else {
    for (const [at, found] of message.pieces.entries()) tell({ type: 'found', run: message.run, at, found });
    tell({ type: 'idle' });
  }
});

function tell(message: FromPartThread): void {
  port.postMessage(message);
  Atomics.add(cells, 0, 1);
  Atomics.notify(cells, 0);
}
