import { openCase } from '../case/open.ts';
import type { CaseStore } from '../case/store.ts';

/** What a further thread or process opens the case by. */
export interface CasePlace {
  readonly caseDirectory: string;
  /** Of a case in a database. */
  readonly shared: { readonly db: string; readonly name: string } | null;
}

/** The case of a thread or process of its own, for reading; its log takes entries all the same. */
export async function openPlace({ caseDirectory, shared }: CasePlace, now: () => Date): Promise<CaseStore> {
  if (shared === null) return openCase(caseDirectory, { now, readOnly: true });
  // Loaded only for a case in a database.
  const { openSharedCase } = await import('../shared-case.ts');
  return openSharedCase({ ...shared, as: 'read', now, env: process.env });
}
