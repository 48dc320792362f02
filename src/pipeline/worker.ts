import { emitBlob } from './items/blob.ts';
import { startWorker } from './start-worker.ts';

// The entry of a worker thread.
startWorker(emitBlob);
