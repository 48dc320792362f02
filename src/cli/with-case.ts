import { resolve } from 'node:path';
import { openCase } from '../case/open.ts';
import type { CaseStore, StoredItem } from '../case/store.ts';
import { TamisError } from '../model/error.ts';
import { type CaseFlags, caseOf } from './case-flag.ts';
import type { Host } from './host.ts';

/** Opens the case a command is to read, and closes it whatever happens. Errors: as openCase and findCase. */
export async function withCase<T>(
  host: Host,
  given: string | undefined | CaseFlags,
  work: (store: CaseStore) => T | Promise<T>,
): Promise<T> {
  const flags = typeof given === 'object' ? given : { case: given, db: undefined };
  const store =
    flags.db === undefined ? openHere(host, flags.case) : await openThere(host, flags.db, flags.case);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function openHere(host: Host, flag: string | undefined): CaseStore {
  return openCase(resolve(host.cwd, caseOf(flag, host.cwd)), { now: host.now, readOnly: true });
}

/** Loaded only when asked for: whoever has no database has no code that opens sockets either. */
async function openThere(host: Host, db: string, name: string | undefined): Promise<CaseStore> {
  const { openSharedCase } = await import('../shared-case.ts');
  return openSharedCase({ db, name: name ?? null, as: 'read', now: host.now, env: host.env });
}

/** As few characters of an id as name it: fewer are the beginning of too many. */
const FEWEST_OF_ID = 4;

/** The item of an id or its beginning, or of a path as search prints it. Throws `no-item`. */
export function itemOf(store: CaseStore, id: string): StoredItem {
  const item = store.item(id) ?? store.itemByPath('leak', id) ?? store.itemByPath('reference', id);
  if (item !== null) return item;
  const short = id.length < FEWEST_OF_ID;
  throw new TamisError('no-item', {
    en: short
      ? `"${id}" is too short: give ${FEWEST_OF_ID} characters of an id or more, or a path.`
      : `There is no item ${id} in ${store.directory}. "tamis search" shows ids and paths.`,
    fr: short
      ? `«\u00a0${id}\u00a0» est trop court\u00a0: donnez au moins ${FEWEST_OF_ID} caractères d’un identifiant, ou un chemin.`
      : `Il n’y a pas d’élément ${id} dans ${store.directory}. «\u00a0tamis search\u00a0» donne identifiants et chemins.`,
  });
}

/**
 * Writes a reader's act in the custody log. A case on a disk that cannot be written is still read; that the
 * act is not in the log is then said on stderr.
 */
export function logAct(
  host: Host,
  store: CaseStore,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  try {
    store.log(action, detail);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    host.stderr.write(`tamis: "${action}" is not in the custody log: ${why}\n`);
  }
}
