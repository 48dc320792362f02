import { workerData } from 'node:worker_threads';
import { Claims } from '../../src/conclude/parts/claims.ts';
import type {
  FromPartThread,
  PartThreadSetup,
  ToPartThread,
} from '../../src/conclude/parts/thread-protocol.ts';

// A thread that finds of a piece the piece itself.
const { port, counter } = workerData as PartThreadSetup;
const cells = new Int32Array(counter);

port.on('message', (message: ToPartThread) => {
  if (message.type === 'close') {
    tell({ type: 'closed' });
    port.close();
    return;
  }
  const claims = new Claims(message.claims);
  for (const [at, found] of message.pieces.entries())
    if (claims.take(at)) tell({ type: 'found', run: message.run, at, found });
  tell({ type: 'idle' });
});

function tell(message: FromPartThread): void {
  port.postMessage(message);
  Atomics.add(cells, 0, 1);
  Atomics.notify(cells, 0);
}
