import { Worker } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import type { FromGcdWorker, GcdJob } from './gcd-job.ts';
import { recoveryInterrupted } from './interrupted.ts';

/** A 4096-bit key takes 1.2 GB; what asks for more than this is no key that mail was signed with. */
const MOST_MB = 4096;

/** `gcd-worker.ts` in development, `gcd-worker.js` in the package. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './gcd-worker.ts' : './gcd-worker.js',
  import.meta.url,
);

/**
 * `commonDivisor` on a thread of its own. Rejects with the signal's reason as `interrupted` once it fires,
 * and with `crashed` when the thread dies, which only lack of memory does.
 */
export function commonDivisorInThread(
  job: GcdJob,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<bigint> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ENTRY, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    });
    const stop = () => {
      void worker.terminate();
      reject(recoveryInterrupted());
    };
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    worker.on('message', (message: FromGcdWorker) => {
      if (message.type === 'progress') onProgress(message.done);
      else end(() => resolve(message.divisor));
    });
    worker.on('error', (cause) =>
      end(() =>
        reject(
          new TamisError(
            'crashed',
            { en: 'the thread that computes a key died', fr: 'le fil qui calcule une clé est mort' },
            { cause },
          ),
        ),
      ),
    );
    worker.on('exit', () =>
      end(() =>
        reject(
          new TamisError('crashed', {
            en: 'the thread that computes a key ended',
            fr: 'le fil qui calcule une clé s’est arrêté',
          }),
        ),
      ),
    );
  });
}
