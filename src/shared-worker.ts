import { workerData } from 'node:worker_threads';
import { prepareWithWords } from './case/postgres/words.ts';
import { emitBlob } from './pipeline/items/blob.ts';
import type { WorkerSetup } from './pipeline/protocol.ts';
import { startWorker } from './pipeline/start-worker.ts';
import { findBucket } from './remote-objects.ts';

// The entry of a worker thread of a shared case, whose objects may lie in a bucket.
findBucket((workerData as WorkerSetup).caseDirectory);
startWorker(emitBlob, prepareWithWords);
