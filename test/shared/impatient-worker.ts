import { workerData } from 'node:worker_threads';
import { prepareWithWords } from '../../src/case/postgres/words.ts';
import { useRemoteObjects } from '../../src/case/remote-objects.ts';
import { BlockingBucket } from '../../src/net/s3/blocking-bucket.ts';
import { emitBlob } from '../../src/pipeline/items/blob.ts';
import type { WorkerSetup } from '../../src/pipeline/protocol.ts';
import { startWorker } from '../../src/pipeline/start-worker.ts';

// A worker of a shared case that waits for its bucket for a second, not for minutes.
const { caseDirectory } = workerData as WorkerSetup;
const place = { url: 's3://leaks/x/away', env: process.env };
useRemoteObjects(caseDirectory, new BlockingBucket(place, { patienceMs: 1000 }));
startWorker(emitBlob, prepareWithWords);
