import { type MessagePort, workerData } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import { AnswerSignal } from '../answer-signal.ts';
import { Bucket } from './bucket.ts';
import type { BucketAnswer, BucketRequest, BucketSetup } from './protocol.ts';

const { place, port, signal: shared } = workerData as BucketSetup;
const bucket = new Bucket(place);
const signal = new AnswerSignal(shared);

(port as MessagePort).on('message', async (request: BucketRequest) => {
  const answer = await answerTo(request);
  port.postMessage(answer);
  signal.raise();
});

async function answerTo(request: BucketRequest): Promise<BucketAnswer> {
  try {
    switch (request.type) {
      case 'has':
        return { type: 'yes-or-no', value: await bucket.has(request.sha256) };
      case 'fetch':
        return { type: 'yes-or-no', value: await bucket.fetch(request.sha256, request.file) };
      case 'put':
        await bucket.put(request.file, request.sha256);
        return { type: 'yes-or-no', value: true };
      case 'list':
        return { type: 'list', hashes: await bucket.list() };
    }
  } catch (error) {
    const code = error instanceof TamisError ? error.code : 'objects-lost';
    return { type: 'error', code, message: error instanceof Error ? error.message : String(error) };
  }
}
