import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Defect,
  Failure,
} from '../../model/index.ts';
import { storedEntry } from '../binary/stored-message.ts';

/** Longest header of a file and of a message, and metadata of one message. Attack: lines without end. */
const LONGEST_LINE = 512;
/** Real metadata is a few short lines. */
const MOST_METADATA = 64 * 1024;

/** Marks before and behind a message (Dovecot 2, dbox-file.h). */
const BEFORE = '\x01\x02';
const BEHIND = '\n\x01\x03\n';

/**
 * Opens a mailbox file of Dovecot's own formats, sdbox (one message a file) and mdbox (many). Each message stands behind a
 * header of fixed length that tells its size, before lines of metadata. What was expunged and not yet purged is there too.
 * A message that a plugin compressed is a compressed file, with the message in it.
 */
export function openDbox(source: ByteSource, options: ContainerOptions): ContainerReader {
  const state: { failure: Failure | null } = { failure: null };
  const defects: Defect[] = [];
  return {
    expected: null,
    entries: (from) => entriesOf(source, from, options, state),
    failure: () => state.failure,
    facts: { format: 'dbox' },
    defects,
    close: () => source.close(),
  };
}

async function* entriesOf(
  source: ByteSource,
  from: number,
  { limits }: ContainerOptions,
  state: { failure: Failure | null },
): AsyncGenerator<ContainerEntry> {
  const head = /^2 M([0-9a-f]{1,3}) C[0-9a-f]{1,16}[^\n]{0,100}\n/.exec(textAt(source, 0, LONGEST_LINE));
  const headerSize = Number.parseInt(head?.[1] ?? '', 16);
  if (head === null || !(headerSize > 20 && headerSize <= LONGEST_LINE)) {
    state.failure = { code: 'malformed', detail: 'The header of the Dovecot mailbox is damaged.' };
    return;
  }
  for (let at = head[0].length, index = 0; at < source.size && index < limits.children; index++) {
    const header = textAt(source, at, headerSize);
    const size = Number.parseInt(/([0-9a-f]{16})\n$/i.exec(header)?.[1] ?? '', 16);
    if (!header.startsWith(BEFORE) || !Number.isSafeInteger(size)) {
      state.failure = { code: 'malformed', detail: `No message stands at byte ${at}, where one should.` };
      return;
    }
    const start = at + headerSize;
    const metadata = metadataAt(source, start + size);
    if (index >= from)
      yield storedEntry(source, { index, start, size, facts: metadata.facts }, limits.itemBytes);
    at = metadata.end;
  }
}

/** One letter and a value a line, up to an empty one: when it was received, and in which mailbox it was kept first. */
function metadataAt(
  source: ByteSource,
  at: number,
): { readonly facts: Readonly<Record<string, string>>; readonly end: number } {
  const text = textAt(source, at, MOST_METADATA);
  if (!text.startsWith(BEHIND)) return { facts: {}, end: source.size };
  const close = text.indexOf('\n\n', BEHIND.length - 1);
  const end = close < 0 ? text.length : close + 2;
  const facts: Record<string, string> = {};
  for (const line of text.slice(BEHIND.length, end).split('\n')) {
    const value = Buffer.from(line.slice(1), 'latin1').toString('utf8');
    if (line[0] === 'R' && /^[0-9a-f]{1,9}$/i.test(value))
      facts.received = new Date(Number.parseInt(value, 16) * 1000).toISOString();
    else if (line[0] === 'B' && value !== '') facts.mailbox = value.slice(0, LONGEST_LINE);
  }
  return { facts, end: at + end };
}

function textAt(source: ByteSource, at: number, length: number): string {
  return Buffer.from(source.read(at, length)).toString('latin1');
}
