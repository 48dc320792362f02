import { createHash, timingSafeEqual } from 'node:crypto';

/** A browser (or program) that has shown the token or the password. */
export interface Session {
  /** Written in the review's log beside the author's name: half of it, which signs nobody in. */
  readonly mark: string;
  author: string | null;
  /** Of an account; without accounts everybody who is signed in may do all. */
  readonly role?: 'reader' | 'reviewer' | 'lead';
}

/** What the guard needs of those who keep sessions. */
export type SessionKeeper = Pick<Sessions, 'isToken' | 'start' | 'bearer' | 'find' | 'end'>;

/** Attack: signing in again and again to fill the memory. The oldest go. */
const MOST_SESSIONS = 500;

/** Who is signed in. Lives as long as the process: whoever starts Tamis again signs in again. */
export class Sessions {
  readonly #token: string;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #sessions = new Map<string, Session>();
  #program: Session | null = null;

  /** @param token that signs in; empty where a password does */
  constructor(token: string, random: (bytes: number) => Uint8Array) {
    this.#token = token;
    this.#random = random;
  }

  isToken(given: string): boolean {
    return this.#token !== '' && equalInTime(given, this.#token);
  }

  start(author: string | null): { readonly id: string; readonly session: Session } {
    const id = Buffer.from(this.#random(32)).toString('base64url');
    const session: Session = { mark: markOf(id), author };
    this.#sessions.set(id, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > MOST_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
    return { id, session };
  }

  /** Of all programs that send the token itself. */
  bearer(): Session {
    this.#program ??= { mark: 'token', author: null };
    return this.#program;
  }

  find(id: string | null): Session | null {
    return id === null ? null : (this.#sessions.get(id) ?? null);
  }

  end(id: string | null): void {
    if (id !== null) this.#sessions.delete(id);
  }
}

function markOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 12);
}

/** Compares in a time that does not tell how much of it is right. */
function equalInTime(a: string, b: string): boolean {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
