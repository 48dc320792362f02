import { emitBlob } from '../../src/pipeline/items/blob.ts';
import { startWorker } from '../../src/pipeline/start-worker.ts';

// A worker thread that takes its whole process with it at files of a certain name, as a full machine might.
startWorker(async (context, blob) => {
  if (blob.name.startsWith('poison')) process.kill(process.pid, 'SIGKILL');
  await emitBlob(context, blob);
});
