import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { runView } from './run-task.ts';
import type { ViewRequest, ViewResponse } from './task.ts';

/** The life of a thread that looks at items: one task at a time, no database, no network. */
const { caseDirectory } = workerData as { readonly caseDirectory: string };

// But of a shared case whose objects lie in a bucket: those are fetched.
if (existsSync(join(caseDirectory, 'bucket.json')))
  (await import('../../remote-objects.ts')).findBucket(caseDirectory);

parentPort?.on('message', ({ id, name, item, input, passwords }: ViewRequest) => {
  runView(caseDirectory, name, item, input, passwords).then(
    (output) => answer({ id, type: 'done', output }),
    (error) => answer({ id, type: 'failed', why: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(response: ViewResponse): void {
  parentPort?.postMessage(response);
}
