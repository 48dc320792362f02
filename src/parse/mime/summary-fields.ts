import { isAscii, isUtf8 } from 'node:buffer';
import type { Address } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { guessCharset } from '../text/guess-charset.ts';
import { parseAddresses } from './address.ts';
import { decodePart } from './body.ts';
import { parseDate } from './date.ts';
import { decodeWords } from './encoded-word.ts';
import { headerValue } from './header-value.ts';
import type { ParsedMessage, Part } from './message.ts';
import { parseMessageId, parseMessageIds } from './message-ids.ts';
import type { MessageSummary } from './summary.ts';

/** What the header fields of a message say. */
export type SummaryFields = Omit<MessageSummary, 'text' | 'html' | 'attachments'>;

/** Reads the header fields that the index and the rules ask for, in one pass over all of them. */
export function readFields(message: ParsedMessage): SummaryFields {
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
  return isAscii(bytes) || isUtf8(bytes) ? null : guessCharset(asBuffer(bytes));
}
