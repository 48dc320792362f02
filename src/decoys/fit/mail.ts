import { findThreads } from '../../examine/threads/threads.ts';
import { type Address, DEFAULT_LIMITS } from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { parseDate } from '../../parse/mime/date.ts';
import { type ParsedMessage, type Part, parseMessage } from '../../parse/mime/message.ts';
import { type MessageSummary, summarize } from '../../parse/mime/summary.ts';
import type { MailboxEntry } from './read-mailbox.ts';

/** A header field as it lies in the message. */
export interface Field {
  readonly name: string;
  /** After the colon, folding kept, line ends as LF, without the last one; one char per byte. */
  readonly raw: string;
}

/** What the fit and the check both read of a message, so that neither sees what the other cannot. */
export interface Mail {
  readonly folder: string;
  readonly thread: string;
  readonly fields: readonly Field[];
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  /** Milliseconds, UTC. */
  readonly at: number;
  /** Of the Date field, as written: `+0200`. */
  readonly zone: string;
  /** Moments in the Received fields, the last hop first; unreadable ones left out. */
  readonly received: readonly number[];
  /** The text a reader sees first, quotes and all, LF. */
  readonly text: string;
  readonly tree: PartShape;
  readonly bytes: number;
}

/** A node of the MIME tree. */
export interface PartShape {
  readonly type: string;
  /** Of a part inside; empty for the root, whose fields are the message's. */
  readonly fields: readonly Field[];
  readonly children: readonly PartShape[];
  readonly encoding: string;
  readonly charset: string;
  readonly disposition: string;
  readonly extension: string;
  readonly bytes: number;
  /** A short text that is shown below the body, such as a list's footer; '' for everything else. */
  readonly footer: string;
}

// Longer texts are reports and logs; what people write fits.
const TEXT_CHARS = 20_000;
/** Parts of one multipart that are copied into a shape. Attack: a message of thousands of empty parts. */
const MOST_CHILDREN = 20;

/** Reads messages; those without a readable date or author tell nothing about rhythm and are left out. */
export async function readMails(entries: AsyncIterable<MailboxEntry>, most: number): Promise<Mail[]> {
  const mails: Omit<Mail, 'thread'>[] = [];
  for await (const entry of entries) {
    const mail = mailOf(entry);
    if (mail !== null) mails.push(mail);
    if (mails.length >= most) break;
  }
  return withThreads(mails);
}

/** The same for messages in memory. */
export function mailsOf(entries: Iterable<MailboxEntry>): Mail[] {
  const mails = [...entries].map(mailOf).filter((mail) => mail !== null);
  return withThreads(mails);
}

function mailOf({ folder, bytes }: MailboxEntry): Omit<Mail, 'thread'> | null {
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const summary = summarize(message, { ...DEFAULT_LIMITS, textChars: TEXT_CHARS });
  const from = summary.from[0] ?? null;
  if (summary.date === null || from === null || from.address === '') return null;
  return {
    folder,
    fields: fieldsOf(message, message.root),
    ...pick(summary),
    from,
    at: Date.parse(summary.date),
    zone: /([+-]\d{4})(?!\d)/.exec(summary.dateRaw ?? '')?.[1] ?? '+0000',
    received: receivedTimes(message),
    tree: shapeOf(message, message.root),
    bytes: bytes.length,
  };
}

function pick({ messageId, inReplyTo, references, to, cc, subject, text }: MessageSummary) {
  return { messageId, inReplyTo, references, to, cc, subject, text };
}

function fieldsOf({ bytes }: ParsedMessage, part: Part): Field[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return part.headers
    .filter(({ colon }) => colon >= 0)
    .map(({ name, colon, range }) => ({
      name,
      raw: buffer
        .toString('latin1', colon + 1, Math.min(range.end, colon + 20_000))
        .replaceAll('\r\n', '\n')
        .replace(/\n$/, ''),
    }));
}

function receivedTimes(message: ParsedMessage): number[] {
  const times: number[] = [];
  for (const { name, raw } of fieldsOf(message, message.root)) {
    if (name.toLowerCase() !== 'received') continue;
    const date = parseDate(
      raw
        .slice(raw.lastIndexOf(';') + 1)
        .replace(/\s+/g, ' ')
        .trim(),
    );
    if (date !== null) times.push(Date.parse(date));
  }
  return times;
}

/** As deep as the limits of the parser let the tree be. */
function shapeOf(message: ParsedMessage, part: Part): PartShape {
  return {
    type: part.type,
    fields: part.id === '' ? [] : fieldsOf(message, part),
    children: part.children.slice(0, MOST_CHILDREN).map((child) => shapeOf(message, child)),
    encoding: part.encoding,
    charset: (part.params.charset ?? '').toLowerCase(),
    disposition: part.disposition,
    extension: /\.([a-z0-9]{1,5})$/i.exec(part.filename ?? '')?.[1]?.toLowerCase() ?? '',
    bytes: part.bodyRange.end - part.bodyRange.start,
    footer: footerOf(message, part),
  };
}

// Longer ones are files.
const LONGEST_FOOTER = 2000;

function footerOf(message: ParsedMessage, part: Part): string {
  const size = part.bodyRange.end - part.bodyRange.start;
  if (part.id === '' || part.type !== 'text/plain' || part.filename !== null || size > LONGEST_FOOTER)
    return '';
  return Buffer.from(decodePart(message, part)).toString('utf8').replaceAll('\r\n', '\n');
}

/** Texts below the body, in order. */
export function footersOf(tree: PartShape): string[] {
  return leavesOf(tree).flatMap(({ footer }) => (footer === '' ? [] : [footer]));
}

/** The text without what lists put below it in parts of their own, which the MIME tree brings along. */
export function bodyOf({ text, tree }: Pick<Mail, 'text' | 'tree'>): string {
  return footersOf(tree).reduceRight(
    (body, footer) => (body.endsWith(`\n${footer}`) ? body.slice(0, -footer.length - 1) : body),
    text,
  );
}

/** ` via Talk`: what a list puts behind the name of somebody in whose stead it writes. */
export const VIA = /\s+via\s+\S.*$/i;

/** Tells authors apart: by address, and by name where a list writes in its members' stead. */
export function authorKey({ from }: Pick<Mail, 'from'>): string {
  const address = from?.address.toLowerCase() ?? '';
  return from !== null && VIA.test(from.name) ? `${from.name.toLowerCase()} ${address}` : address;
}

/** Every node without children, in order. */
export function leavesOf(tree: PartShape): PartShape[] {
  return tree.children.length === 0 ? [tree] : tree.children.flatMap(leavesOf);
}

function withThreads(mails: readonly Omit<Mail, 'thread'>[]): Mail[] {
  const threads = findThreads(
    mails.map((mail, row) => ({
      row,
      id: `t${row}`,
      messageId: mail.messageId,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      subject: mail.subject,
      date: new Date(mail.at).toISOString(),
    })),
  );
  return mails.map((mail, row) => ({ ...mail, thread: threads.get(row) ?? `t${row}` }));
}
