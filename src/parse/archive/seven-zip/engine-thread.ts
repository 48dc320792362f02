import { parentPort } from 'node:worker_threads';
import { runSevenZip } from './engine.ts';
import type { RunRequest } from './protocol.ts';
import { useUniversalTime } from './universal-time.ts';

// The whole of the thread in which 7-Zip runs: one request at a time, see protocol.ts.
useUniversalTime();
parentPort?.on('message', (request: RunRequest) => {
  runSevenZip(request, (event, transfer) => parentPort?.postMessage(event, transfer));
});
