import { openSharedCase, sharedSift } from '../../src/shared-case.ts';
import { siftQuietly } from '../sift/sift-case.ts';

// Sifts a dump into a shared case with worker threads that may end this process.
const [db = '', name = '', objects = '', dump = ''] = process.argv.slice(2);
const now = (): Date => new Date('2026-01-01T00:00:00Z');
const store = openSharedCase({ db, name, as: 'lead', create: true, now, env: {}, objects });
await siftQuietly(store.directory, {
  inputs: [dump],
  jobs: 1,
  workerEntry: new URL('./deadly-worker.ts', import.meta.url),
  shared: sharedSift(store, { leaseSeconds: 1 }),
});
