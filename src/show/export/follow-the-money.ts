import { createHash } from 'node:crypto';
import type { StoredItem } from '../../case/index.ts';
import { mailboxText } from '../../case/index.ts';
import type { Address } from '../../model/index.ts';
import { createFile } from './file-writer.ts';
import type { ExportReport, ExportSource } from './types.ts';
import { verdictRemark, wholeItems } from './whole-items.ts';

type Properties = Readonly<Record<string, readonly string[]>>;

/** Addresses whose entity was written; beyond this some may be written twice, which readers merge by id. */
const MOST_REMEMBERED = 1_000_000;

/**
 * Entities of FollowTheMoney, one a line, as Aleph imports them: messages as `Email`, files by what they are, and each
 * address as a `LegalEntity`, for it may be a person or an office. https://followthemoney.tech
 */
export async function exportFollowTheMoney(source: ExportSource, out: string): Promise<ExportReport> {
  const file = createFile(out);
  const known = new Set<string>();
  let written = 0;
  const write = (id: string, schema: string, properties: Properties): void => {
    const kept = Object.entries(properties).filter(([, values]) => values.length > 0);
    file.write(`${JSON.stringify({ id, schema, properties: Object.fromEntries(kept) })}\n`);
  };
  try {
    for await (const item of wholeItems(source)) {
      for (const address of peopleOf(item)) {
        const id = personId(address);
        if (known.has(id)) continue;
        if (known.size < MOST_REMEMBERED) known.add(id);
        write(id, 'LegalEntity', { name: some(address.name || address.address), email: [address.address] });
      }
      write(itemEntity(item.id), schemaOf(item), { ...commonOf(item, source), ...mailOf(item) });
      written++;
    }
  } finally {
    file.close();
  }
  return { written, unfit: [], unreadable: [] };
}

function schemaOf({ kind, type, text }: StoredItem): string {
  if (kind === 'message') return 'Email';
  if (kind === 'image') return 'Image';
  if (kind === 'archive' || kind === 'mailbox') return 'Package';
  if (type === 'application/pdf') return 'Pages';
  return type === 'text/plain' && text !== '' ? 'PlainText' : 'Document';
}

function commonOf(item: StoredItem, { store }: ExportSource): Properties {
  const parent = item.parent === null ? null : store.itemByPath(item.role, item.parent);
  const name = item.message?.subject || item.name;
  return {
    fileName: some(item.name),
    title: some(name),
    mimeType: some(item.type),
    fileSize: [String(item.size)],
    bodyText: some(item.text),
    parent: parent === null ? [] : [itemEntity(parent.id)],
    // FollowTheMoney keeps SHA-1 in contentHash; ours is SHA-256, so it stands in a remark.
    notes: [verdictRemark(item), item.sha256 === '' ? '' : `SHA-256 ${item.sha256}`].filter(
      (note) => note !== '',
    ),
    keywords: item.judgement === null ? [] : [`verdict:${item.judgement.verdict}`],
    processingStatus: [item.failure === null ? 'success' : 'failure'],
    processingError: item.failure === null ? [] : [item.failure.code],
  };
}

function mailOf({ message }: StoredItem): Properties {
  if (message === null) return {};
  const told = (addresses: readonly Address[]) => addresses.map(mailboxText).filter((text) => text !== '');
  const { from, to, cc, bcc } = message;
  return {
    subject: some(message.subject),
    date: some(message.date ?? ''),
    messageId: some(message.messageId ?? ''),
    inReplyTo: message.inReplyTo,
    from: told(from),
    to: told(to),
    cc: told(cc),
    bcc: told(bcc),
    emitters: ids(from),
    recipients: ids([...to, ...cc, ...bcc]),
  };
}

function peopleOf({ message }: StoredItem): readonly Address[] {
  if (message === null) return [];
  return [...message.from, ...message.to, ...message.cc, ...message.bcc].filter(
    ({ address }) => address !== '',
  );
}

function ids(addresses: readonly Address[]): string[] {
  return [...new Set(addresses.filter(({ address }) => address !== '').map(personId))];
}

function personId({ address }: Address): string {
  return `tamis-address-${createHash('sha1').update(address.toLowerCase()).digest('hex')}`;
}

function itemEntity(id: string): string {
  return `tamis-item-${id}`;
}

function some(value: string): string[] {
  return value === '' ? [] : [value];
}
