import { resolve } from 'node:path';
import { openCase } from '../case/open.ts';
import type { CaseStore } from '../case/store.ts';
import type { Divisors } from '../pipeline/recover-keys.ts';
import type { SharedSift } from '../sift.ts';
import { type CaseFlags, caseOf } from './case-flag.ts';
import type { Host } from './host.ts';

/** A case that a command writes to: a folder, or in a database. */
export interface CasePlace {
  /** To be closed by who opens it. Throws `case-locked` while another writes. */
  open(): CaseStore;
  /** Who computes keys, where others help; none where this process does. */
  divisors(store: CaseStore): Divisors | null;
  /** For a sift that goes on in it. To be asked for again for each. */
  forSift(): { readonly caseDirectory: string; readonly shared?: SharedSift };
}

/** The case that the flags name. Errors: `no-case`, `several-cases`; those of `open` come when it is opened. */
export async function placeOf({ cwd, now, env }: Host, flags: CaseFlags): Promise<CasePlace> {
  const { db } = flags;
  if (db === undefined) {
    const caseDirectory = resolve(cwd, caseOf(flags.case, cwd));
    return {
      open: () => openCase(caseDirectory, { now }),
      divisors: () => null,
      forSift: () => ({ caseDirectory }),
    };
  }
  // Loaded only when asked for: whoever has no database has no code that opens sockets either.
  const { divisorsOf, numberIn, openSharedCase, sharedSift } = await import('../shared-case.ts');
  const { PostgresCase } = await import('../case/postgres/case.ts');
  const leaseSeconds = numberIn(env, 'TAMIS_LEASE_SECONDS');
  const open = () => openSharedCase({ db, name: flags.case ?? null, as: 'lead', now, env });
  return {
    open,
    divisors: (store) => (store instanceof PostgresCase ? divisorsOf(store) : null),
    forSift: () => {
      const store = open();
      const shared = sharedSift(store, leaseSeconds === null ? {} : { leaseSeconds });
      return { caseDirectory: store.directory, shared };
    },
  };
}
