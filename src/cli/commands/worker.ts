import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { TamisError } from '../../model/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { JOBS_FLAG, MOST_JOBS } from '../jobs-flag.ts';
import { jsonLog } from '../terminal/json-log.ts';

/** Of one thread. */
const LEAST_MB = 256;

export const worker = defineCommand({
  path: ['worker'],
  summary: {
    en: 'Help to sift into a case in a database, until Ctrl-C',
    fr: 'Aider au tri vers un dossier d’enquête en base de données, jusqu’à Ctrl-C',
  },
  description: {
    en: `Takes units of work of a sift that runs with the same --db, here or on any other machine, and waits for the next
when there are none. The dump must be found at the same path on every machine, and the objects of the case be reachable.
May be killed at any time: what it had not committed is read again by another.

Writes what it does to stderr, a JSON object a line. --metrics serves Prometheus on this machine alone.`,
    fr: `Prend des unités de travail d’un tri lancé avec le même --db, ici ou sur une autre machine, et attend les suivantes
s’il n’y en a pas. La fuite doit se trouver au même chemin sur chaque machine, et les objets du dossier être accessibles.
Peut être tué à tout moment\u00a0: ce qu’il n’avait pas enregistré est relu par un autre.

Écrit ce qu’il fait sur stderr, un objet JSON par ligne. --metrics sert Prometheus, sur cette seule machine.`,
  },
  positionals: [],
  flags: [
    ...CASE_FLAGS,
    JOBS_FLAG,
    {
      name: 'memory',
      type: 'number',
      min: LEAST_MB,
      metavar: 'MB',
      summary: {
        en: 'memory of each thread, where less than the sift allows',
        fr: 'mémoire de chaque fil, si le tri en permet plus',
      },
    },
    {
      name: 'once',
      type: 'boolean',
      summary: { en: 'end when the sift has ended', fr: 'finir quand le tri est fini' },
    },
    {
      name: 'metrics',
      type: 'number',
      min: 0,
      max: 65_535,
      metavar: 'PORT',
      summary: {
        en: 'serve metrics for Prometheus at http://127.0.0.1:PORT/metrics',
        fr: 'servir des métriques Prometheus à http://127.0.0.1:PORT/metrics',
      },
    },
  ],
  examples: [
    {
      line: 'tamis worker --db postgres://tamis@db.example.org/leaks --case macron',
      summary: { en: 'on each machine that is to help', fr: 'sur chaque machine qui doit aider' },
    },
  ],
  run: async (context) => {
    const { flags, env, now, signal, stderr } = context;
    if (flags.db === undefined)
      throw new TamisError('bad-option', { en: 'A worker needs --db.', fr: 'Un worker demande --db.' });
    const { openSharedCase } = await import('../../shared-case.ts');
    const { work, WORKER_PATIENCE_MS } = await import('../../work.ts');
    const { WorkerMetrics } = await import('../../worker-metrics.ts');
    const log = jsonLog(stderr, now);
    const request = { db: flags.db, name: flags.case ?? null, as: 'work', now, env } as const;
    const store = await caseToCome(() => openSharedCase(request), log, signal);
    if (store === null) return 0;
    const metrics = new WorkerMetrics();
    const listener = flags.metrics === undefined ? null : await metrics.serve(flags.metrics);
    const jobs = flags.jobs ?? Math.min(MOST_JOBS, availableParallelism());
    try {
      log('started', { jobs, ...(listener && { metrics: listener.port }) });
      await work(store, {
        jobs,
        signal,
        once: flags.once ?? false,
        patienceMs: WORKER_PATIENCE_MS,
        ...(flags.memory !== undefined && { workerMb: flags.memory }),
        onEvent: ({ type, ...detail }) => {
          metrics.event(type);
          log(type, detail);
        },
        onProgress: (done) => metrics.progress(done),
      });
      log('ended', {});
    } catch (error) {
      // Ctrl-C is how a worker ends.
      if (!(error instanceof TamisError && error.code === 'interrupted')) throw error;
      log('ended', { interrupted: true });
    } finally {
      await listener?.close();
      store.close();
    }
    return 0;
  },
});

/**
 * A worker may be there before the case is, and before its tables, which it may not make: the machines start in any order.
 * Null when it is told to end.
 */
async function caseToCome<T>(
  open: () => T,
  log: ReturnType<typeof jsonLog>,
  signal: AbortSignal,
): Promise<T | null> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      return open();
    } catch (error) {
      const isToCome = error instanceof TamisError && (error.code === 'no-case' || error.code === 'db-older');
      if (!isToCome) throw error;
      if (isFirst) log('waiting', { for: error.code === 'no-case' ? 'case' : 'tables' });
      await sleep(1000, undefined, { signal }).catch(() => {});
    }
  }
  return null;
}
