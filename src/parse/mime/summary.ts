/** What a message says: people, subject, date, text, attachments. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { Address, Limits } from '../../model/index.ts';
import { guessCharset } from '../text/guess-charset.ts';
import { htmlToText } from '../text/html.ts';
import { longestText } from '../text/html-length.ts';
import { parseAddresses } from './address.ts';
import { type Bodies, sortBodies } from './bodies.ts';
import { decodePart, isIdentity } from './body.ts';
import { calendarText } from './calendar.ts';
import { parseDate } from './date.ts';
import { findEmbedded } from './embedded.ts';
import { decodeWords } from './encoded-word.ts';
import { headerValue } from './header-value.ts';
import { htmlOnlyWords } from './html-only-words.ts';
import type { ParsedMessage, Part } from './message.ts';
import { parseMessageId, parseMessageIds } from './message-ids.ts';
import { bytesText, partText } from './text-part.ts';

export interface Attachment {
  readonly part: Part;
  readonly name: string | null;
}

export interface MessageSummary {
  /** Without angle brackets, as found. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** Of the first From field: one written twice is a defect. */
  readonly from: readonly Address[];
  readonly sender: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  /** ISO 8601 UTC with milliseconds, null when absent or unreadable. */
  readonly date: string | null;
  readonly dateRaw: string | null;
  /** User-Agent, X-Mailer or X-MimeOLE, whichever comes first in that order. */
  readonly mailer: string | null;
  readonly listId: string | null;
  /** Plain text for index and threads, line ends as LF, at most `limits.textChars` characters. */
  readonly text: string;
  /** Source of the HTML body, not made safe; decoded when first asked for. */
  readonly html: string | null;
  /** Every leaf that is not the shown body, and files inside its text. */
  readonly attachments: readonly Attachment[];
}

/** Reads the header fields and bodies of a parsed message. Never throws. */
export function summarize(message: ParsedMessage, limits: Limits): MessageSummary {
  const fields = readFields(message);
  const bodies = sortBodies(message.root);
  const body = readBodies(message, bodies, limits);
  const html = new LazyText(message, bodies.html, limits);
  return new Summary(fields, body.text, html, body.attachments);
}

/** The text of a part, decoded when first asked for. */
class LazyText {
  private readonly message: ParsedMessage;
  private readonly part: Part | null;
  private readonly limits: Limits;
  private text: string | null = null;

  constructor(message: ParsedMessage, part: Part | null, limits: Limits) {
    this.message = message;
    this.part = part;
    this.limits = limits;
  }

  read(): string | null {
    if (this.part === null) return null;
    this.text ??= partText(this.message, this.part, this.limits);
    return this.text;
  }
}

/**
 * A class, because a getter in an object literal makes V8 build a hidden class for every message, which
 * keeps the message alive until a full collection: a third of all time was spent on that.
 */
class Summary implements MessageSummary {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: readonly Address[];
  readonly sender: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  readonly date: string | null;
  readonly dateRaw: string | null;
  readonly mailer: string | null;
  readonly listId: string | null;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  private readonly lazyHtml: LazyText;

  constructor(fields: Fields, text: string, html: LazyText, attachments: readonly Attachment[]) {
    this.messageId = fields.messageId;
    this.inReplyTo = fields.inReplyTo;
    this.references = fields.references;
    this.from = fields.from;
    this.sender = fields.sender;
    this.replyTo = fields.replyTo;
    this.to = fields.to;
    this.cc = fields.cc;
    this.bcc = fields.bcc;
    this.subject = fields.subject;
    this.date = fields.date;
    this.dateRaw = fields.dateRaw;
    this.mailer = fields.mailer;
    this.listId = fields.listId;
    this.text = text;
    this.lazyHtml = html;
    this.attachments = attachments;
  }

  get html(): string | null {
    return this.lazyHtml.read();
  }
}

type Fields = Omit<MessageSummary, 'text' | 'html' | 'attachments'>;

function readFields(message: ParsedMessage): Fields {
  const values = wantedValues(message);
  const first = (key: string): string | null => values.get(key)?.[0] ?? null;
  const people = (key: string): readonly Address[] =>
    (values.get(key) ?? []).flatMap((value) => parseAddresses(value));
  const dateRaw = first('date');
  const messageId = first('message-id');
  return {
    messageId: messageId === null ? null : parseMessageId(messageId),
    inReplyTo: (values.get('in-reply-to') ?? []).flatMap((value) => parseMessageIds(value)),
    references: (values.get('references') ?? []).flatMap((value) => parseMessageIds(value)),
    from: parseAddresses(first('from') ?? ''),
    sender: parseAddresses(first('sender') ?? ''),
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    subject: decodeWords(first('subject') ?? ''),
    date: dateRaw === null ? null : parseDate(dateRaw),
    dateRaw,
    mailer: first('user-agent') ?? first('x-mailer') ?? first('x-mimeole'),
    listId: first('list-id'),
  };
}

const WANTED = new Set([
  'message-id',
  'in-reply-to',
  'references',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'user-agent',
  'x-mailer',
  'x-mimeole',
  'list-id',
]);

function wantedValues(message: ParsedMessage): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const field of message.root.headers) {
    if (!WANTED.has(field.key)) continue;
    const value = headerValue(message.bytes, field, () => textCharset(message, message.root));
    const list = values.get(field.key);
    if (list === undefined) values.set(field.key, [value]);
    else list.push(value);
  }
  return values;
}

/**
 * Of the first text that names one, or else in which the first text with bytes beyond ASCII reads best: who writes raw
 * bytes into a header writes them as in the text, and the text is longer.
 */
function textCharset(message: ParsedMessage, part: Part): string | null {
  if (part.children.length === 0) return part.type.startsWith('text/') ? leafCharset(message, part) : null;
  for (const child of part.children) {
    const found = textCharset(message, child); // as deep as `limits.depth` lets the tree be
    if (found !== null) return found;
  }
  return null;
}

function leafCharset(message: ParsedMessage, part: Part): string | null {
  if (part.params.charset !== undefined) return part.params.charset;
  const bytes = decodePart(message, part);
  return isAscii(bytes) || isUtf8(bytes) ? null : guessCharset(bufferOf(bytes));
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function readBodies(
  message: ParsedMessage,
  bodies: Bodies,
  limits: Limits,
): { text: string; attachments: Attachment[] } {
  const texts: string[] = [];
  const embedded: Attachment[] = [];
  let room = limits.textChars;
  const always = bodies.shown.filter((one) => one.use === 'always');
  for (const { part, use } of [...always, ...bodies.shown.filter((one) => one.use !== 'always')]) {
    if (room <= 0) break;
    const before = texts.join('\n').length;
    // An alternative is worth indexing when it says at least half as much again as the plain text, if that says anything.
    const least = use === 'only-if-poor' && before > 0 ? before * 1.5 + 120 : 0;
    if (least > 0 && part.type === 'text/html') {
      const html = partText(message, part, limits);
      if (longestText(html) < least) {
        const { others, hidden } = htmlOnlyWords(html, texts.join('\n'));
        const words = [...others, ...hidden.map((word) => `-${word}`)];
        if (words.length > 0) texts.push(`HTML: ${words.join(' ')}`.slice(0, room));
        continue;
      }
    }
    const text = shownText(message, part, limits, embedded).slice(0, room);
    if (text.trim() === '' || text.length < least) continue;
    texts.push(text);
    room -= text.length + 1;
  }
  const attachments = bodies.attachments.map((part) => ({ part, name: part.filename }));
  return { text: texts.join('\n'), attachments: [...attachments, ...embedded] };
}

/** Rich text (RFC 1341, 1896) is marked up with tags much like HTML's. */
const MARKED_UP = new Set(['text/html', 'text/enriched', 'text/richtext']);

function shownText(message: ParsedMessage, part: Part, limits: Limits, embedded: Attachment[]): string {
  if (MARKED_UP.has(part.type)) return htmlToText(partText(message, part, limits));
  if (part.type === 'text/calendar') return calendarText(partText(message, part, limits));
  if (!isIdentity(part)) return partText(message, part, limits);
  const raw = decodePart(message, part);
  const found = findEmbedded(bufferOf(raw), part);
  if (found === null) return partText(message, part, limits);
  for (const one of found.parts) embedded.push({ part: one, name: one.filename });
  return bytesText(found.rest, part, limits);
}

/** The part of that id, virtual ones too; null when there is none. */
export function findPart(message: ParsedMessage, summary: MessageSummary, id: string): Part | null {
  const attachment = summary.attachments.find((one) => one.part.id === id);
  if (attachment !== undefined) return attachment.part;
  let part: Part | undefined = message.root;
  for (const number of id === '' ? [] : id.split('.')) part = part?.children[Number(number) - 1];
  return part ?? null;
}
