import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  EntryOutcome,
} from '../../model/index.ts';
import { openZip } from '../archive/zip/zip.ts';
import { rebuildItem } from '../mapi/rebuild.ts';
import { MESSAGE_MEMBER, OlmMembers } from './members.ts';
import { type OlmContent, type OlmMessage, readOlmMessages, withContents } from './message.ts';

/**
 * Opens an OLM (Outlook for Mac), a zip of XML files: entries are those of the zip, in its order. A
 * `message_*.xml` is given as the message rebuilt with its attachments; members that are in a message so
 * are `skipped` as hard links to it, so that no attachment is there twice. All else is given as it is.
 */
export function openOlm(source: ByteSource, options: ContainerOptions): ContainerReader {
  const zip = openZip(source, options);
  let opened: Promise<OlmMembers> | undefined;
  return {
    expected: zip.expected,
    entries: async function* (from) {
      opened ??= OlmMembers.open(source, options);
      const members = await opened;
      for await (const entry of zip.entries(from)) yield await entryOf(entry, members, options);
    },
    failure: () => zip.failure(),
    facts: { ...zip.facts, format: 'olm' },
    defects: zip.defects,
    close: () => zip.close(),
  };
}

/**
 * The message of one `message_*.xml` as RFC 822, without attachments' bytes; null when it holds none or
 * several. For an XML file met outside of its archive.
 */
export function olmMessageToEml(xml: string, options: ContainerOptions): EntryOutcome | null {
  const [olm, ...more] = readOlmMessages(xml);
  return olm === undefined || more.length > 0 ? null : rebuildItem(olm.message, options.limits).outcome;
}

async function entryOf(
  entry: ContainerEntry,
  members: OlmMembers,
  options: ContainerOptions,
): Promise<ContainerEntry> {
  const owner = members.owners.get(entry.name);
  if (owner !== undefined) {
    return {
      ...entry,
      outcome: { type: 'skipped', reason: 'hardlink', detail: `an attachment of ${owner}` },
    };
  }
  if (!MESSAGE_MEMBER.test(entry.name) || entry.outcome.type !== 'bytes') return entry;
  const [olm, ...more] = readOlmMessages(Buffer.from(entry.outcome.bytes).toString('utf8'));
  // A file that holds several messages, or none, is given as it is: its text is not lost.
  return olm === undefined || more.length > 0 ? entry : rebuilt(entry, olm, members, options);
}

async function rebuilt(
  entry: ContainerEntry,
  olm: OlmMessage,
  members: OlmMembers,
  options: ContainerOptions,
): Promise<ContainerEntry> {
  // Attachments that stay members of their own (too large together) are left out here.
  const attachments = olm.attachments.filter(
    ({ member }) => members.owners.has(member) || !members.has(member),
  );
  const contents = new Map<string, OlmContent>();
  for (const { member } of attachments) contents.set(member, contentOf(await members.read(member)));
  const message = withContents({ ...olm, attachments }, ({ member }) => contents.get(member) ?? UNREAD);
  const { outcome, facts, defects } = rebuildItem(message, options.limits);
  return {
    ...entry,
    outcome,
    facts: { ...entry.facts, ...facts, 'rebuilt-from': 'olm' },
    defects: [...entry.defects, ...defects],
  };
}

const UNREAD: OlmContent = {
  failure: { code: 'unsupported', detail: 'The member could not be taken into the message.' },
};

function contentOf(outcome: EntryOutcome): OlmContent {
  if (outcome.type === 'failed') return { failure: outcome.failure };
  return 'bytes' in outcome ? { bytes: outcome.bytes } : UNREAD;
}
