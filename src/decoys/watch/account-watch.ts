import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../ledger/index.ts';
import type { LogLine } from './log-reader.ts';
import { timeIn } from './log-time.ts';
import type { SignIn } from './sign-in.ts';

/** How a line was recognised. `user-part`: the part before the @, which somebody else may have too. */
export type Recognition = 'account' | 'user-part' | 'password' | 'mention';

/** A decoy account or password, used. */
export interface DecoyUse extends SignIn {
  /** Every decoy that names the account, or holds the password. */
  readonly decoys: readonly string[];
  readonly by: Recognition;
  /** Name of the log, and the line. */
  readonly log: string;
  readonly line: number;
}

interface Watched {
  readonly decoys: string[];
  readonly user: string;
}

/** Shorter user names (`bo`, `root`) are words of every log. */
const SHORTEST_USER_PART = 4;
/** Attack: a line of a hundred thousand words, each to be hashed. */
const MOST_WORDS = 400;
const WORD = /[^\s"'<>()[\]{},;=|\\/]+/g;
/** What an account's name is made of, in whatever signs it stands. */
const NAME = /[\w.+@-]{4,300}/g;
const HEX = /\b[0-9a-f]{32}(?:[0-9a-f]{8}(?:[0-9a-f]{24})?)?\b/g;
/** Dovecot's auth_verbose_passwords, cut to so many digits where the owner asked for it. */
const CUT_HASH = /of given password: ([0-9a-f]{6,64})\)/;

/** Finds uses of decoy accounts, of which it knows names and hashes of passwords, and no password. */
export class AccountWatch {
  readonly #users = new Map<string, Watched>();
  readonly #parts = new Map<string, Watched>();
  readonly #hashes = new Map<string, Watched>();
  readonly #lengths = new Set<number>();

  constructor(entries: Iterable<LedgerEntry>) {
    for (const { id, accounts } of entries) {
      for (const { user, passwordHashes, passwordLength } of accounts) {
        note(this.#users, user, id, user);
        const [part = ''] = user.split('@');
        if (part !== user && part.length >= SHORTEST_USER_PART) note(this.#parts, part, id, user);
        for (const hash of passwordHashes) note(this.#hashes, hash, id, user);
        this.#lengths.add(passwordLength);
      }
    }
  }

  /** How many accounts are watched for. */
  get size(): number {
    return this.#users.size;
  }

  about({ number, text, signIn }: LogLine, log: string, now: number): DecoyUse | null {
    const found = this.#recognise(text, signIn);
    if (found === null) return null;
    const { decoys, user, by } = found;
    const told = signIn ?? { ...NOTHING, at: timeIn(text, now), user, address: addressIn(text) };
    return { ...told, decoys, by, log, line: number };
  }

  #recognise(text: string, signIn: SignIn | null): (Watched & { readonly by: Recognition }) | null {
    // `HOUSE\\user`, as Windows names accounts.
    const user = signIn?.user.toLowerCase().replace(/^[\w.-]{1,60}\\{1,2}/, '');
    const account = user === undefined ? undefined : this.#users.get(user);
    if (account !== undefined) return { ...account, by: 'account' };
    const part = user === undefined ? undefined : this.#byPart(user);
    if (part !== undefined) return { ...part, by: 'user-part' };
    const plain = unescaped(text);
    const password = this.#passwordIn(text) ?? (plain === text ? null : this.#passwordIn(plain));
    if (password !== null) return { ...password, by: 'password' };
    // Also where the line was understood: an audit record has one account in the field of another.
    for (const [word] of bounded(plain.toLowerCase().matchAll(NAME))) {
      const mentioned = this.#users.get(word.replace(/[.:]+$/, ''));
      if (mentioned !== undefined && mentioned.user.length >= SHORTEST_USER_PART)
        return { ...mentioned, by: 'mention' };
    }
    return null;
  }

  /** A decoy's address without what stands behind the @, or the other way round: half of all decoys give the name alone. */
  #byPart(user: string): Watched | undefined {
    const [part = ''] = user.split('@');
    if (part === user) return this.#parts.get(user);
    return part.length >= SHORTEST_USER_PART ? this.#users.get(part) : undefined;
  }

  #passwordIn(text: string): Watched | null {
    for (const [hex] of bounded(text.toLowerCase().matchAll(HEX))) {
      const watched = this.#hashes.get(hex);
      if (watched !== undefined) return watched;
    }
    const cut = CUT_HASH.exec(text)?.[1];
    if (cut !== undefined) {
      for (const [hash, watched] of this.#hashes) if (hash.startsWith(cut)) return watched;
    }
    // Honeypots log what was typed in clear.
    for (const [word] of bounded(text.matchAll(WORD))) {
      if (!this.#lengths.has(word.length)) continue;
      const watched = this.#hashes.get(createHash('sha256').update(word, 'utf8').digest('hex'));
      if (watched !== undefined) return watched;
    }
    return null;
  }
}

/** `%40` and its like, as requests have them. */
function unescaped(text: string): string {
  return text.replace(/%([2-7][0-9a-f])/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** One account may stand in several decoys. */
function note(map: Map<string, Watched>, key: string, decoy: string, user: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, { decoys: [decoy], user });
  else if (!known.decoys.includes(decoy)) known.decoys.push(decoy);
}

const NOTHING = { service: 'other', outcome: 'unknown', client: null, act: null } as const;

function* bounded<T>(all: Iterable<T>): IterableIterator<T> {
  let left = MOST_WORDS;
  for (const each of all) {
    if (left-- === 0) return;
    yield each;
  }
}

const V4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/;
const V6 = /(?<![0-9a-f:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f:]{0,30})/i;

function addressIn(text: string): string | null {
  const start = text.slice(0, 4000);
  return (V4.exec(start) ?? V6.exec(start))?.[0] ?? null;
}
