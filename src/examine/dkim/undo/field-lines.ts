import type { SignedHeader } from '../message.ts';
import type { MessageView } from '../message-view.ts';
import type { BodyFound } from './body-target.ts';
import { originalFroms, originalSenders, valuesOf } from './original-authors.ts';
import { unmarkedSubjects, untaggedSubjects } from './subject-tags.ts';

/** Fields that lists add, so that a signature made before them signed their absence. */
const ADDED_BY_LISTS = /^(?:reply-to|sender|precedence|errors-to|mailing-list|list-.*|resent-.*|cc)$/;

/**
 * Encodings that leave the bytes as they are. Others are tried only with a body that was encoded anew:
 * exchanging the word alone changes what is read.
 */
const IDENTITY_ENCODINGS = ['7bit', '8bit', 'binary', '7BIT', '8BIT'];

/** Attack: a Subject of megabytes, of which dozens of forms would be made. */
const MAX_FIELD_CHARS = 8192;

/** A line that a field may have been, with the change that made of it what lies in the leak; null for none at all. */
export type FieldLine = readonly [change: string, line: string | null];

/** The lines that a signed field may have been, by what lists, filters and mail programs do to it. */
export function linesFor(
  view: MessageView,
  name: string,
  field: SignedHeader | null,
  body: BodyFound | null,
): FieldLine[] {
  const lines: FieldLine[] = [];
  const value = field === null ? '' : view.valueOf(field);
  if (value.length > MAX_FIELD_CHARS) return [];
  const written = field?.name ?? name;
  const add = (change: string, values: readonly string[]) => {
    for (const text of values) lines.push([change, `${written}: ${text.trim()}`]);
  };
  for (const line of body?.fields.get(name) ?? []) lines.push(['content-fields', line]);
  if (name === 'subject' && field !== null) {
    add('security-banner', unmarkedSubjects(value));
    add('subject-tag', untaggedSubjects(value));
  }
  if (name === 'from' && field !== null) add('from-munging', originalFroms(view, value));
  if (name === 'sender' && field !== null) add('list-fields', originalSenders(view));
  if (name === 'reply-to') add('list-fields', valuesOf(view, ['x-original-reply-to', 'x-reply-to']));
  if (name === 'content-type' && field !== null) add('content-fields', rewrittenTypes(value));
  if (name === 'content-transfer-encoding' && field !== null && isIdentity(value)) {
    add('content-fields', IDENTITY_ENCODINGS);
    lines.push(['content-fields', null]);
  }
  if (name === 'mime-version') lines.push(['content-fields', null]);
  if (name === 'content-type' && /^\s*text\/plain\b/i.test(value)) lines.push(['content-fields', null]);
  if (field !== null && ADDED_BY_LISTS.test(name)) lines.push(['list-fields', null]);
  return lines;
}

/** Names for one another where the text is ASCII, or was encoded anew. */
const CHARSETS = ['utf-8', 'UTF-8', 'iso-8859-1', 'ISO-8859-1', 'windows-1252', 'us-ascii', 'US-ASCII'];

/**
 * Python's email package, and so Mailman, writes parameters anew: quotes and case change, a charset is
 * added. The media type and everything that decides how the bytes are read stay.
 */
function rewrittenTypes(value: string): string[] {
  const flat = value
    .replace(/\r?\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  const unquoted = flat.replace(/="([A-Za-z0-9._-]+)"/g, '=$1');
  const quoted = unquoted.replace(/=([A-Za-z0-9._-]+)/g, '="$1"');
  const forms = [flat, unquoted, quoted, unquoted.replace('Format=', 'format=')];
  const charset = /charset="?([A-Za-z0-9._-]+)/i.exec(flat)?.[1] ?? '';
  const rename = (form: string, name: string) => form.replace(/(charset="?)[A-Za-z0-9._-]+/i, `$1${name}`);
  const names = [
    charset.toUpperCase(),
    charset.toLowerCase(),
    ...(ASCII_BASED.test(charset) ? CHARSETS : []),
  ];
  const renamed = charset === '' ? [] : names.flatMap((name) => forms.map((form) => rename(form, name)));
  const bare = /^text\/plain\b/i.test(flat) ? ['text/plain'] : [];
  return [...new Set([...forms, ...renamed, ...bare])].filter((form) => form !== flat);
}

const ASCII_BASED = /^(?:us-ascii|utf-8|iso-8859-\d{1,2}|windows-125\d)$/i;

function isIdentity(encoding: string): boolean {
  return /^\s*(?:7bit|8bit|binary)\s*$/i.test(encoding);
}
