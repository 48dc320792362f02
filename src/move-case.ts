import { moveToFolder, moveToPostgres } from './case/move/move-case.ts';
import type { Moved } from './case/move/side.ts';
import { objectFiles, openObjects } from './case/objects.ts';
import { openCase } from './case/open.ts';
import { Accounts } from './case/postgres/accounts.ts';
import { appendCustody } from './case/postgres/custody-table.ts';
import { remoteObjectsOf } from './case/remote-objects.ts';
import { TamisError } from './model/index.ts';
import { withoutPassword } from './net/postgres/address.ts';
import { openSharedSession, type SharedCaseOptions } from './shared-case.ts';

export interface MoveOptions extends Pick<SharedCaseOptions, 'env' | 'now' | 'objects'> {
  /** A folder, or `postgres://...?case=NAME`; one of each. */
  readonly from: string;
  readonly to: string;
}

/** What stays where it was. A folder has no accounts: who may open its files may read it. */
export interface LeftBehind {
  readonly code: 'workbench-accounts';
  readonly count: number;
}

export interface MoveResult {
  /** Rows, by table. */
  readonly moved: Moved;
  readonly left: readonly LeftBehind[];
}

/** Moves a case, and says so in the custody logs of both sides. */
export function moveCase({ from, to, env, now, objects }: MoveOptions): MoveResult {
  const isInto = to.startsWith('postgres');
  const folder = isInto ? from : to;
  const { db, name } = split(isInto ? to : from);
  const given = objects === undefined ? {} : { objects };
  const shared = openSharedSession({ db, name, as: 'lead', create: isInto, env, now, ...given });
  try {
    if (!isInto) fetchAll(shared.directory);
    const moved = isInto ? moveToPostgres(folder, shared, now) : moveToFolder(shared, folder, now);
    if (isInto) uploadAll(shared.directory);
    const left = isInto ? [] : leftBehind(new Accounts(shared.session));
    const database = withoutPassword(db);
    const detail = {
      from: isInto ? folder : database,
      to: isInto ? database : folder,
      case: name,
      rows: moved,
    };
    const store = openCase(folder, { now });
    store.log('case-moved', detail);
    store.close();
    const time = now().toISOString();
    shared.session.inTransaction(() => appendCustody(shared.session, time, 'case-moved', detail));
    return { moved, left };
  } finally {
    shared.session.close();
  }
}

function leftBehind(accounts: Accounts): readonly LeftBehind[] {
  const count = accounts.list().filter(({ revoked }) => !revoked).length;
  return count === 0 ? [] : [{ code: 'workbench-accounts', count }];
}

/** Of a case whose objects lie in a bucket: all of them into its folder. */
function fetchAll(directory: string): void {
  const objects = openObjects(directory);
  // Asking for its path is what fetches an object.
  for (const sha256 of remoteObjectsOf(directory)?.list() ?? []) objects.pathOf(sha256);
}

function uploadAll(directory: string): void {
  const remote = remoteObjectsOf(directory);
  if (remote === null) return;
  const there = new Set(remote.list());
  for (const { sha256, file } of objectFiles(directory)) if (!there.has(sha256)) remote.put(file, sha256);
}

function split(given: string): { readonly db: string; readonly name: string } {
  const url = new URL(given);
  const name = url.searchParams.get('case');
  url.searchParams.delete('case');
  if (name === null || name === '') {
    throw new TamisError('bad-option', {
      en: 'Name the case in the database: postgres://...?case=NAME',
      fr: 'Nommez le dossier dans la base\u00a0: postgres://...?case=NOM',
    });
  }
  return { db: url.href, name };
}
