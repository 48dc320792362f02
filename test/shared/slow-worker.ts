import { setTimeout as sleep } from 'node:timers/promises';
import { emitBlob } from '../../src/pipeline/items/blob.ts';
import { startWorker } from '../../src/pipeline/start-worker.ts';

// Leaves work for others.
startWorker(async (context, blob) => {
  await sleep(60);
  await emitBlob(context, blob);
});
