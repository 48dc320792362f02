import type { Flag } from './command.ts';

/** More threads than this gain nothing: the one that writes the case, or talks to the database, is then the bottleneck. */
export const MOST_JOBS = 16;

/** How many threads read the dump, of commands that read one. */
export const JOBS_FLAG = {
  name: 'jobs',
  short: 'j',
  type: 'number',
  min: 1,
  max: MOST_JOBS,
  metavar: 'N',
  summary: {
    en: 'threads that read; the default is one per core',
    fr: 'fils d’exécution qui lisent\u202f; par défaut un par cœur',
  },
} as const satisfies Flag;
