import type { Worker } from 'node:worker_threads';

// Terminating a thread interrupts JavaScript, not a native function that never returns: Node's own
// `Buffer.indexOf` did that once on an attachment of a TNEF file. Such a thread cannot be ended from inside,
// and it would keep the process from ending too.
const stuck = new Set<Worker>();

/** Ends a worker; resolves when it has ended, or after `patienceMs` when it does not. */
export async function endWorker(worker: Worker, patienceMs: number): Promise<void> {
  stuck.add(worker);
  const ended = worker.terminate().then(() => stuck.delete(worker));
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([ended, patience]);
  clearTimeout(timer);
}

/** Threads that were told to end and have not. While there are any, only replacing the process ends it. */
export function stuckWorkers(): number {
  return stuck.size;
}
