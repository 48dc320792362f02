import { resolve } from 'node:path';
import { type ByteSource, DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { detectBytes, HEAD_BYTES } from '../../parse/detect/detect.ts';
import { mboxMessage, scanMbox, sniffMbox } from '../../parse/mbox/index.ts';
import { openPst } from '../../parse/pst/pst.ts';
import { openFile, walk } from '../../source/index.ts';

/** One message as it lies in the mailbox. */
export interface MailboxEntry {
  /** As the owner's store calls it: the folder of a Maildir or PST, the file name of an mbox. */
  readonly folder: string;
  readonly bytes: Uint8Array;
}

// Enough to tell mboxrd from mboxo (src/parse/mbox/sniff.ts).
const SNIFFED = 2 ** 20;
/** A larger message tells nothing about habits. Attack: one message that fills the memory of the fit. */
const LARGEST_MESSAGE = 32 * 2 ** 20;

/**
 * Every message below the given paths, in a stable order: mbox, Maildir, folders of messages, PST and OST.
 * Files that are none of these are passed over. Throws TamisError `unreadable` for a path that is not there.
 */
export async function* readMailbox(paths: readonly string[]): AsyncGenerator<MailboxEntry> {
  for (const root of paths) {
    for (const entry of walk(root)) {
      if (entry.type === 'failed' && entry.path === resolve(root))
        throw new TamisError('unreadable', {
          en: `${root} cannot be read`,
          fr: `${root} est illisible`,
        });
      if (entry.type !== 'file') continue;
      const source = openFile(entry.path);
      try {
        yield* readSource(source, entry.name);
      } finally {
        source.close();
      }
    }
  }
}

async function* readSource(source: ByteSource, name: string): AsyncGenerator<MailboxEntry> {
  const { container } = detectBytes(source.read(0, HEAD_BYTES), name);
  if (container === 'pst') yield* readPst(source);
  else if (container === 'mbox') yield* readMbox(source, baseName(name));
  else if (container === 'message' && source.size <= LARGEST_MESSAGE)
    yield { folder: folderOf(name), bytes: source.read(0, source.size) };
}

function* readMbox(source: ByteSource, folder: string): Generator<MailboxEntry> {
  const { quoting } = sniffMbox(source.read(0, SNIFFED));
  for (const { messageStart, end } of scanMbox(source, 0)) {
    if (end - messageStart > LARGEST_MESSAGE) continue;
    yield { folder, bytes: mboxMessage(source.read(messageStart, end - messageStart), quoting) };
  }
}

async function* readPst(source: ByteSource): AsyncGenerator<MailboxEntry> {
  const reader = openPst(source, { limits: DEFAULT_LIMITS, passwords: [] });
  for await (const { name, outcome } of reader.entries(0)) {
    if (outcome.type !== 'rebuilt' && outcome.type !== 'bytes') continue;
    yield { folder: name.slice(0, Math.max(0, name.lastIndexOf('/'))), bytes: outcome.bytes };
  }
}

/** `Sent/cur/1234:2,S` lies in Sent: a Maildir's three folders are not the owner's. */
function folderOf(name: string): string {
  return name
    .split('/')
    .slice(0, -1)
    .filter((part) => !/^(?:cur|new|tmp)$/.test(part))
    .map((part) => part.replace(/^\./, ''))
    .join('/');
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.(?:mbox|mbx)$/i, '');
}
