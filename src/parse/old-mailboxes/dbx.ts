import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  EntryOutcome,
  Failure,
} from '../../model/index.ts';
import { u32 } from '../binary/zero-filled-numbers.ts';
import { chainOf } from './dbx-chain.ts';
import { infoAt } from './dbx-info.ts';
import { messageAddresses } from './dbx-tree.ts';

/** In the header of the file: how many messages the index has, and where its root lies (Schloh, "Outlook Express dbx"). */
const COUNT_AT = 0xc4;
const ROOT_AT = 0xe4;
const HEADER_BYTES = 0x24bc;

/**
 * Opens a mailbox of Outlook Express 5 and 6. Messages lie as they came, in chains of blocks of half a kilobyte, behind an
 * index that is a tree. Deleted ones that the index no longer names are not looked for.
 */
export function openDbx(source: ByteSource, options: ContainerOptions): ContainerReader {
  const { limits } = options;
  const announced = u32(source.read(COUNT_AT, 4), 0);
  let failure: Failure | null = null;
  async function* entries(from: number): AsyncGenerator<ContainerEntry> {
    if (source.size < HEADER_BYTES) {
      failure = { code: 'truncated', detail: 'The file ends inside its header.' };
      return;
    }
    const tree = messageAddresses(source, u32(source.read(ROOT_AT, 4), 0));
    // No block belongs to two messages. Attack: thousands of messages that share one of megabytes.
    let room = source.size;
    let index = 0;
    for (const address of tree.addresses) {
      if (index >= limits.children) {
        failure = { code: 'too-many', detail: `More than ${limits.children} messages.` };
        return;
      }
      if (index >= from) {
        const info = infoAt(source, address);
        const outcome: EntryOutcome =
          info === null ? DAMAGED_INFO : chainOf(source, info.message, Math.min(room, limits.itemBytes));
        if ('bytes' in outcome) room -= outcome.bytes.length;
        yield { index, name: '', outcome, defects: [], facts: info?.facts ?? {} };
      }
      index++;
    }
    if (tree.isDamaged()) failure = DAMAGED_INDEX;
    else if (index !== announced) failure = miscounted(announced, index);
  }
  return {
    ...{ expected: null, entries, failure: () => failure, facts: { format: 'dbx' }, defects: [] },
    close: () => source.close(),
  };
}

const DAMAGED_INFO: EntryOutcome = {
  type: 'failed',
  failure: { code: 'malformed', detail: 'What the index says of this message is damaged.' },
};
const DAMAGED_INDEX: Failure = {
  code: 'malformed',
  detail: 'The index of the mailbox is damaged; messages may be missing.',
};

function miscounted(announced: number, found: number): Failure {
  return {
    code: 'malformed',
    detail: `The mailbox announces ${announced} messages; its index has ${found}.`,
  };
}
