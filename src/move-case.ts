import { moveToFolder, moveToPostgres } from './case/move/move-case.ts';
import type { Moved } from './case/move/side.ts';
import { openCase } from './case/open.ts';
import { appendCustody } from './case/postgres/custody-table.ts';
import { TamisError } from './model/index.ts';
import { withoutPassword } from './net/postgres/address.ts';
import { openSharedSession, type SharedCaseOptions } from './shared-case.ts';

export interface MoveOptions extends Pick<SharedCaseOptions, 'env' | 'now' | 'objects'> {
  /** A folder, or `postgres://...?case=NAME`; one of each. */
  readonly from: string;
  readonly to: string;
}

/** Moves a case, and says so in the custody logs of both sides. Returns how many rows, by table. */
export function moveCase({ from, to, env, now, objects }: MoveOptions): Moved {
  const isInto = to.startsWith('postgres');
  const folder = isInto ? from : to;
  const { db, name } = split(isInto ? to : from);
  const given = objects === undefined ? {} : { objects };
  const shared = openSharedSession({ db, name, as: 'lead', create: isInto, env, now, ...given });
  try {
    const moved = isInto ? moveToPostgres(folder, shared, now) : moveToFolder(shared, folder);
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
    return moved;
  } finally {
    shared.session.close();
  }
}

function split(given: string): { readonly db: string; readonly name: string } {
  const url = new URL(given);
  const name = url.searchParams.get('case');
  url.searchParams.delete('case');
  if (name === null || name === '') {
    throw new TamisError('bad-option', 'Name the case in the database: postgres://...?case=NAME');
  }
  return { db: url.href, name };
}
