/** The thread that computes one common divisor, so that the main thread stays free for Ctrl-C. */
import { parentPort, workerData } from 'node:worker_threads';
import { commonDivisor } from './common-divisor.ts';
import type { FromGcdWorker, GcdJob } from './gcd-job.ts';

const STEP = 0.002;

let told = 0;
const divisor = commonDivisor(workerData as GcdJob, (done) => {
  if (done - told < STEP) return;
  told = done;
  send({ type: 'progress', done });
});
send({ type: 'result', divisor });

function send(message: FromGcdWorker): void {
  parentPort?.postMessage(message);
}
