import type { ByteSource, ContainerOptions, EntryOutcome } from '../../model/index.ts';
import { OutputBudget } from '../archive/budget.ts';
import { openDirectory } from '../archive/zip/directory.ts';
import type { ZipEntry } from '../archive/zip/entry.ts';
import { Locator } from '../archive/zip/locate.ts';
import { readMember } from '../archive/zip/member.ts';
import { decodeName } from '../archive/zip/name.ts';
import { failureOf } from '../binary/fail.ts';
import { readOlmMessages } from './message.ts';

/** Members of the archive that hold messages. */
export const MESSAGE_MEMBER = /(^|\/)message_\d+\.xml$/i;
const ATTACHMENT_MEMBER = /(^|\/)com\.microsoft\.__Attachments\//;
/** A rebuilt message holds its attachments as base64: together they may fill half the limit of one item. */
const SHARE_OF_LIMIT = 0.5;

/** The attachments of an OLM: each a member of its own, which a message refers to by path. */
export class OlmMembers {
  /** Message by the attachment that is given inside of it. */
  readonly owners: ReadonlyMap<string, string>;
  readonly #attachments: ReadonlyMap<string, ZipEntry>;
  readonly #read: (entry: ZipEntry) => Promise<EntryOutcome>;

  private constructor(
    owners: ReadonlyMap<string, string>,
    attachments: ReadonlyMap<string, ZipEntry>,
    read: (entry: ZipEntry) => Promise<EntryOutcome>,
  ) {
    this.owners = owners;
    this.#attachments = attachments;
    this.#read = read;
  }

  /** One pass over the messages, when there is any attachment at all. */
  static async open(source: ByteSource, options: ContainerOptions): Promise<OlmMembers> {
    const directory = openDirectory(source, options.limits);
    const read = memberReader(source, options, new Locator(source, directory.end?.shift ?? 0));
    const attachments = new Map<string, ZipEntry>();
    for (const entry of directory.entries()) {
      const name = decodeName(entry).text;
      if (ATTACHMENT_MEMBER.test(name)) attachments.set(name, entry);
    }
    const owners = new Map<string, string>();
    for (const entry of attachments.size === 0 ? [] : directory.entries()) {
      const name = decodeName(entry).text;
      if (!MESSAGE_MEMBER.test(name)) continue;
      for (const member of ownedBy(await read(entry), attachments, options.limits.itemBytes)) {
        if (!owners.has(member)) owners.set(member, name);
      }
    }
    return new OlmMembers(owners, attachments, read);
  }

  has(member: string): boolean {
    return this.#attachments.has(member);
  }

  async read(member: string): Promise<EntryOutcome> {
    const entry = this.#attachments.get(member);
    if (entry !== undefined) return this.#read(entry);
    return { type: 'failed', failure: { code: 'malformed', detail: 'The archive has no such member.' } };
  }
}

/** Attachments a message can hold all of; a message that cannot leaves them where they are. */
function ownedBy(
  outcome: EntryOutcome,
  attachments: ReadonlyMap<string, ZipEntry>,
  limit: number,
): readonly string[] {
  if (outcome.type !== 'bytes') return [];
  const messages = readOlmMessages(Buffer.from(outcome.bytes).toString('utf8'));
  if (messages.length !== 1) return [];
  const members = (messages[0]?.attachments ?? [])
    .map(({ member }) => member)
    .filter((member) => attachments.has(member));
  const total = members.reduce((sum, member) => sum + (attachments.get(member)?.size ?? limit), 0);
  return total > limit * SHARE_OF_LIMIT ? [] : members;
}

function memberReader(source: ByteSource, options: ContainerOptions, locator: Locator) {
  const { limits, passwords } = options;
  const context = { source, limits, passwords, budget: new OutputBudget(limits) };
  return async (entry: ZipEntry): Promise<EntryOutcome> => {
    try {
      const located = locator.find(entry);
      if (located !== null) return await readMember(context, entry, located.local.dataAt);
      return {
        type: 'failed',
        failure: { code: 'malformed', detail: 'The directory points to a place where no entry begins.' },
      };
    } catch (error) {
      return { type: 'failed', failure: failureOf(error) };
    }
  };
}
