import type { Target } from './target.ts';
import { isMail } from './target.ts';

/** What planting needs of an IMAP server; src/net has one that opens a connection. */
export interface ImapStore {
  /** `imaps://user@host:993`, without a password. */
  readonly address: string;
  has(folder: string, messageId: string): Promise<boolean>;
  /** Appends a message that was read, as received at that moment. APPEND stores; nothing is sent to anybody. */
  append(folder: string, bytes: Uint8Array, at: Date): Promise<void>;
}

/** A server of the owner's as a target; takes mail only. */
export function imapTarget(store: ImapStore): Target {
  return {
    takes: isMail,
    place: ({ id, placement }) => `${store.address}/${placement.folder}#${id}`,
    put: async (decoy) => {
      const { bytes, placement } = decoy;
      const messageId = /^message-id:\s*(<[^>\r\n]{1,500}>)/im.exec(headOf(bytes))?.[1];
      if (messageId !== undefined && (await store.has(placement.folder, messageId))) return 'present';
      await store.append(placement.folder, bytes, new Date(placement.at));
      return 'planted';
    },
    finish: async () => {},
  };
}

function headOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/)));
}
