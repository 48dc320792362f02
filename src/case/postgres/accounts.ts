import { integer, text, word } from '../sqlite/row.ts';
import type { Row } from './database.ts';
import type { Session } from './session.ts';

/** A reader reads; a reviewer tags, notes and checks as well; a lead signs off as well. */
export type AccountRole = 'reader' | 'reviewer' | 'lead';

export interface Account {
  readonly name: string;
  readonly role: AccountRole;
  readonly revoked: boolean;
  /** Of scrypt: docs/decisions/0203. */
  readonly hash: { readonly salt: Uint8Array; readonly key: Uint8Array; readonly cost: number };
}

/** A session lasts at most so long, whatever it does. */
const SESSION_HOURS = 12;

/** Accounts of the workbench of one case, and who is signed in. */
export class Accounts {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  list(): readonly Account[] {
    return this.#session.read('SELECT * FROM accounts WHERE case_id = $1 ORDER BY name').map(toAccount);
  }

  /** Whether people sign in to this case by accounts. An account of the database that may not know sees none. */
  any(): boolean {
    const [may] = this.#session.read(
      `SELECT has_table_privilege('accounts', 'SELECT') AS may WHERE $1::integer IS NOT NULL`,
    );
    return may?.may === true && this.list().length > 0;
  }

  find(name: string): Account | null {
    const row = this.#session.one('SELECT * FROM accounts WHERE case_id = $1 AND name = $2', [name]);
    return row === undefined ? null : toAccount(row);
  }

  /** Makes or changes an account, which ends its sessions. */
  set(name: string, role: AccountRole, { salt, key, cost }: Account['hash']): void {
    this.#session.inTransaction(() => {
      this.#session.write(
        `INSERT INTO accounts VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (case_id, name) DO UPDATE SET
           role = excluded.role, salt = excluded.salt, key = excluded.key, cost = excluded.cost, revoked = false`,
        [name, role, salt, key, cost],
      );
      this.#endSessionsOf(name);
    });
  }

  /** Nobody signs in by it any more, and who is signed in is out with the next request. */
  revoke(name: string): void {
    this.#session.inTransaction(() => {
      this.#session.write('UPDATE accounts SET revoked = true WHERE case_id = $1 AND name = $2', [name]);
      this.#endSessionsOf(name);
    });
  }

  startSession(hash: string, account: string): void {
    this.#session.asReader(() =>
      this.#session.write('INSERT INTO sessions (case_id, session_hash, account) VALUES ($1, $2, $3)', [
        hash,
        account,
      ]),
    );
  }

  endSession(hash: string): void {
    this.#session.asReader(() =>
      this.#session.write('UPDATE sessions SET ended = now() WHERE case_id = $1 AND session_hash = $2', [
        hash,
      ]),
    );
  }

  /** Whose session it is, while it lasts and the account stands. */
  signedIn(hash: string): Pick<Account, 'name' | 'role'> | null {
    const row = this.#session.one(
      `SELECT a.name, a.role FROM sessions s JOIN accounts a ON a.case_id = s.case_id AND a.name = s.account
       WHERE s.case_id = $1 AND s.session_hash = $2 AND s.ended IS NULL AND NOT a.revoked
         AND s.started > now() - interval '${SESSION_HOURS} hours'`,
      [hash],
    );
    return row === undefined ? null : { name: text(row, 'name'), role: word(row, 'role') };
  }

  #endSessionsOf(name: string): void {
    this.#session.write(
      'UPDATE sessions SET ended = now() WHERE case_id = $1 AND account = $2 AND ended IS NULL',
      [name],
    );
  }
}

function toAccount(row: Row): Account {
  return {
    name: text(row, 'name'),
    role: word(row, 'role'),
    revoked: row.revoked === true,
    hash: { salt: bytes(row.salt), key: bytes(row.key), cost: integer(row, 'cost') },
  };
}

function bytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}
