import { ImapFlow } from 'imapflow';
import { TamisError } from '../model/index.ts';
import { isLoopback } from './loopback.ts';

/** Where to, and as whom. */
export interface ImapAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314); without it STARTTLS is demanded, unless the server is this machine. */
  readonly tls: boolean;
  readonly user: string;
}

/** A mailbox server of the user's own, for storing messages only. */
export interface ImapConnection {
  readonly address: string;
  has(folder: string, messageId: string): Promise<boolean>;
  append(folder: string, bytes: Uint8Array, at: Date): Promise<void>;
  close(): Promise<void>;
}

/** Reads `imaps://user@host[:port]` or `imap://`. Throws `bad-imap-address`, also for one with a password in it. */
export function readImapAddress(text: string): ImapAddress {
  const match = /^(imaps?):\/\/([^\s:/]{1,200})@([A-Za-z0-9.-]{1,253})(?::(\d{1,5}))?\/?$/.exec(text);
  const [, scheme, user, host, port] = match ?? [];
  if (scheme === undefined || user === undefined || host === undefined) {
    throw new TamisError('bad-imap-address', {
      en: `${text} is not imaps://USER@HOST[:PORT]; a password never stands in it.`,
      fr: `${text} n’est pas imaps://UTILISATEUR@HÔTE[:PORT]\u202f; un mot de passe n’y figure jamais.`,
    });
  }
  const tls = scheme === 'imaps';
  return {
    host,
    port: port === undefined ? (tls ? 993 : 143) : Number(port),
    tls,
    user: decodeURIComponent(user),
  };
}

/** Opens a connection and logs in. Throws `imap-failed` with what the server said. */
export async function openImap(to: ImapAddress, password: string): Promise<ImapConnection> {
  const isLocal = isLoopback(to.host);
  const client = new ImapFlow({
    host: to.host,
    port: to.port,
    secure: to.tls,
    ...(!to.tls && { doSTARTTLS: !isLocal }),
    auth: { user: to.user, pass: password },
    logger: false,
  });
  await said(() => client.connect());
  const folders = new Set((await said(() => client.list())).map(({ path }) => path));
  const made = async (folder: string) => {
    if (folders.has(folder) || folder.toUpperCase() === 'INBOX') return;
    await said(() => client.mailboxCreate(folder));
    folders.add(folder);
  };
  return {
    address: `imap${to.tls ? 's' : ''}://${to.user}@${to.host}:${to.port}`,
    has: async (folder, messageId) => {
      if (!folders.has(folder) && folder.toUpperCase() !== 'INBOX') return false;
      const lock = await said(() => client.getMailboxLock(folder, { readOnly: true }));
      try {
        const found = await said(() => client.search({ header: { 'message-id': messageId } }, { uid: true }));
        return found !== false && found !== undefined && found.length > 0;
      } finally {
        lock.release();
      }
    },
    append: async (folder, bytes, at) => {
      await made(folder);
      await said(() => client.append(folder, Buffer.from(bytes), ['\\Seen'], at));
    },
    close: async () => {
      await client.logout();
    },
  };
}

async function said<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new TamisError(
      'imap-failed',
      { en: `The IMAP server: ${reasonOf(cause)}`, fr: `Le serveur IMAP\u00a0: ${reasonOf(cause)}` },
      { cause },
    );
  }
}

/** What the server said, where it said something; else what failed. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { responseText } = cause as Error & { readonly responseText?: unknown };
  return typeof responseText === 'string' && responseText !== '' ? responseText : cause.message;
}
