import { workerData } from 'node:worker_threads';
import { prepareWithWords } from './case/postgres/words.ts';
import { emitBlob } from './pipeline/items/blob.ts';
import type { WorkerSetup } from './pipeline/protocol.ts';
import { pulseOf } from './pipeline/pulse.ts';
import { startWorker } from './pipeline/start-worker.ts';
import { findBucket } from './remote-objects.ts';

// The entry of a worker thread of a shared case, whose objects may lie in a bucket.
const { caseDirectory, pulse } = workerData as WorkerSetup;
const { waited } = pulseOf(pulse);
// A bucket that is away is not the fault of the item at hand.
findBucket(caseDirectory, waited);
startWorker(emitBlob, prepareWithWords);
