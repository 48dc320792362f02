import { createHash } from 'node:crypto';
import type { Account } from '../../case/postgres/accounts.ts';
import type { Session, SessionKeeper } from './sessions.ts';

/** What the guard asks of the accounts of a case: src/case/postgres/accounts.ts. */
export interface AccountBook {
  find(name: string): Account | null;
  startSession(hash: string, account: string): void;
  endSession(hash: string): void;
  signedIn(hash: string): Pick<Account, 'name' | 'role'> | null;
}

/**
 * Sessions of accounts. Each request asks the database, so that an account that is revoked is out at once, and whoever
 * starts Tamis again, or a second one for the same case, need not have people sign in again.
 */
export class AccountSessions implements SessionKeeper {
  readonly #book: AccountBook;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #log: (action: string, detail: Readonly<Record<string, unknown>>) => void;

  constructor(book: AccountBook, random: (bytes: number) => Uint8Array, log: AccountSessions['tell']) {
    this.#book = book;
    this.#random = random;
    this.#log = log;
  }

  isToken(): boolean {
    return false;
  }

  bearer(): Session {
    throw new TypeError('There is no token where accounts sign in.');
  }

  start(author: string | null): { readonly id: string; readonly session: Session } {
    const id = Buffer.from(this.#random(32)).toString('base64url');
    this.#book.startSession(hashOf(id), author ?? '');
    const session = this.find(id) ?? { mark: markOf(id), author };
    this.tell('account-signed-in', { account: author, session: session.mark });
    return { id, session };
  }

  find(id: string | null): Session | null {
    const found = id === null ? null : this.#book.signedIn(hashOf(id));
    return id === null || found === null ? null : { mark: markOf(id), author: found.name, role: found.role };
  }

  end(id: string | null): void {
    const session = this.find(id);
    if (id === null || session === null) return;
    this.#book.endSession(hashOf(id));
    this.tell('account-signed-out', { account: session.author, session: session.mark });
  }

  /** Writes in the custody log. */
  tell(action: string, detail: Readonly<Record<string, unknown>>): void {
    this.#log(action, detail);
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(`session ${id}`).digest('hex');
}

/** As in the review's log: says which session, and signs nobody in. */
function markOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 12);
}
