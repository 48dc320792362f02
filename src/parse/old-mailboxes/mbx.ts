import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Failure,
} from '../../model/index.ts';
import { storedEntry } from '../binary/stored-message.ts';

/** The header of the file (UW IMAP, mbx.c: HDRSIZE). */
const HEADER = 2048;
/** Attack: a line before a message that never ends; real ones have 56 bytes. */
const LONGEST_LINE = 256;

/** Date of receipt, size, user's flags, flags, UID (UW IMAP, mbx.c, "internal header"). */
const MESSAGE_LINE =
  /^([ \d]\d-\w{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4}),(\d{1,10});[\da-f]{8}([\da-f]{4})-([\da-f]{8})\r\n/i;

const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'seen'],
  [0x2, 'deleted'],
  [0x4, 'flagged'],
  [0x8, 'answered'],
  [0x20, 'draft'],
  [0x8000, 'expunged'],
];

/**
 * Opens a mailbox of the UW IMAP server (mbx): messages with the line ends of the network, each behind a line with its
 * size. What was expunged and not yet purged is there too.
 */
export function openMbx(source: ByteSource, { limits }: ContainerOptions): ContainerReader {
  let failure: Failure | null = null;
  async function* entries(from: number): AsyncGenerator<ContainerEntry> {
    for (let at = HEADER, index = 0; at < source.size; index++) {
      if (index >= limits.children) {
        failure = { code: 'too-many', detail: `More than ${limits.children} messages.` };
        return;
      }
      const line = Buffer.from(source.read(at, LONGEST_LINE)).toString('latin1');
      const [whole = '', received = '', size = '', flags = '', uid = ''] = MESSAGE_LINE.exec(line) ?? [];
      if (whole === '') {
        failure = { code: 'malformed', detail: `No message stands at byte ${at}, where one should.` };
        return;
      }
      const start = at + whole.length;
      const facts = factsOf(received, flags, uid);
      if (index >= from)
        yield storedEntry(source, { index, start, size: Number(size), facts }, limits.itemBytes);
      at = start + Number(size);
    }
  }
  return {
    ...{ expected: null, entries, failure: () => failure, facts: { format: 'mbx' }, defects: [] },
    close: () => source.close(),
  };
}

function factsOf(received: string, flags: string, uid: string): Readonly<Record<string, string>> {
  const bits = Number.parseInt(flags, 16);
  const names = FLAGS.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name);
  const time = Date.parse(
    received
      .trim()
      .replaceAll('-', ' ')
      .replace(/ (\d{4})$/, ' +$1'),
  );
  return {
    uid: String(Number.parseInt(uid, 16)),
    ...(names.length > 0 && { flags: names.join(' ') }),
    ...(!Number.isNaN(time) && { received: new Date(time).toISOString() }),
  };
}
