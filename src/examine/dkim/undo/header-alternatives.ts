import type { ByteRange } from '../../../model/index.ts';
import { decodeWords } from '../../../parse/mime/encoded-word.ts';
import { HeaderData } from '../header-canonicalizer.ts';
import type { SignedHeader } from '../message.ts';
import type { MessageView } from '../message-view.ts';
import type { SignatureTags } from '../signature-tags.ts';
import type { BodyFound } from './body-target.ts';
import { recipientOrders, splitAddresses } from './recipient-orders.ts';
import { unmarkedSubjects, untaggedSubjects } from './subject-tags.ts';

/** One form a signed header field may have had: its canonical bytes with CRLF, empty for absent. */
export interface Alternative {
  /** Null for the field as it lies in the leak. */
  readonly change: string | null;
  readonly bytes: Buffer;
  readonly region: ByteRange | null;
  /** What stands in the leak and not in this form, where the change adds words; empty for none. */
  readonly added: string;
}

/** Fields that lists add, so that a signature made before them signed their absence. */
const ADDED_BY_LISTS = /^(?:reply-to|sender|precedence|errors-to|mailing-list|list-.*|resent-.*|cc)$/;

/**
 * Encodings that leave the bytes as they are. Others are tried only with a body that was encoded anew:
 * exchanging the word alone changes what is read.
 */
const IDENTITY_ENCODINGS = ['7bit', '8bit', 'binary', '7BIT', '8BIT'];

/** For every name of h=, the forms its field may have had, the one in the leak first. */
export function headerAlternatives(
  view: MessageView,
  tags: SignatureTags,
  selected: readonly (SignedHeader | null)[],
  body: BodyFound | null,
): readonly (readonly Alternative[])[] {
  return selected.map((field, i) => {
    const name = tags.signedNames[i] ?? '';
    const isSecond = tags.signedNames.indexOf(name) < i;
    const lines = [...linesFor(view, name, field, body), ...extraField(name, field, isSecond)];
    const found: Alternative[] = [
      {
        change: null,
        bytes: field === null ? EMPTY : canonical(view.bytes, field, tags.relaxedHeader),
        region: null,
        added: '',
      },
    ];
    for (const [change, line] of lines) {
      const bytes = line === null ? EMPTY : canonicalLine(line, tags.relaxedHeader);
      if (!found.some((other) => other.bytes.equals(bytes))) {
        found.push({ change, bytes, region: field?.range ?? null, added: markOf(view, field, change, line) });
      }
    }
    return found;
  });
}

/** The words a Subject has and its other form lacks: list tags wherever they stand, a filter's mark in front. */
function markOf(view: MessageView, field: SignedHeader | null, change: string, line: string | null): string {
  if (field === null || line === null) return '';
  const own = view.valueOf(field).trim();
  const other = line.slice(line.indexOf(':') + 1).trim();
  if (change === 'security-banner') return own.slice(0, Math.max(0, own.length - other.length)).trim();
  if (change !== 'subject-tag') return '';
  const tags = own.match(/\[[^\]\r\n]{1,80}\]/g) ?? [];
  return tags.filter((tag) => !other.includes(tag)).join(' ');
}

/** Changes of other fields tried with every order of recipients, of each field the likeliest one. */
const BESIDE_ORDERS = new Set(['subject-tag', 'list-fields']);

/**
 * The alternatives with the other orders of Cc, or else of To; null where there are none to try or no list
 * is seen that could have shuffled them. They are many, so the rest is cut down to the likeliest.
 */
export function withRecipientOrders(
  view: MessageView,
  tags: SignatureTags,
  selected: readonly (SignedHeader | null)[],
  alternatives: readonly (readonly Alternative[])[],
): readonly (readonly Alternative[])[] | null {
  if (!view.index.has('list-id') && !view.index.has('x-beenthere')) return null;
  for (const name of ['cc', 'to']) {
    const position = tags.signedNames.indexOf(name);
    const field = selected[position];
    const orders = field == null ? [] : recipientOrders(view.valueOf(field));
    if (field == null || orders.length === 0) continue;
    const forms = orders.map((order) => ({
      change: 'recipient-order',
      bytes: canonicalLine(`${field.name}: ${order}`, tags.relaxedHeader),
      region: field.range,
      added: '',
    }));
    return alternatives.map((others, i) => (i === position ? forms : likeliest(others)));
  }
  return null;
}

function likeliest(forms: readonly Alternative[]): readonly Alternative[] {
  return forms.filter(
    ({ change }, i) => i === 0 || (i === 1 && change !== null && BESIDE_ORDERS.has(change)),
  );
}

/** One line a field may have had. */
export function alternativeOf(
  change: string,
  line: string,
  field: SignedHeader,
  relaxed: boolean,
): Alternative {
  return { change, bytes: canonicalLine(line, relaxed), region: field.range, added: '' };
}

const EMPTY = Buffer.alloc(0);
const data = new HeaderData();

function canonical(bytes: Uint8Array, field: SignedHeader, relaxed: boolean): Buffer {
  data.reset();
  data.add(bytes, field, relaxed);
  data.addLineEnd();
  return Buffer.from(data.bytes);
}

/** The canonical bytes of a header line of bytes as Latin-1 characters, with its CRLF (RFC 6376 3.4). */
export function canonicalLine(line: string, relaxed: boolean): Buffer {
  const bytes = Buffer.from(line, 'latin1');
  const field = { name: '', key: '', range: { start: 0, end: bytes.length }, colon: line.indexOf(':') };
  return canonical(bytes, field, relaxed);
}

/**
 * A name that h= lists twice is signed as standing once (RFC 6376 section 8.15); where there is a second field
 * after all, the signature may fit without it. That is no harmless change: the rules call it an alteration.
 */
function extraField(name: string, field: SignedHeader | null, isSecond: boolean): Line[] {
  return isSecond && field !== null && SHOWN.has(name) ? [[`extra-${name}`, null]] : [];
}

const SHOWN: ReadonlySet<string> = new Set(['from', 'subject', 'date', 'content-type']);

/** Attack: a Subject of megabytes, of which dozens of forms would be made. */
const MAX_FIELD_CHARS = 8192;

type Line = readonly [change: string, line: string | null];

function linesFor(
  view: MessageView,
  name: string,
  field: SignedHeader | null,
  body: BodyFound | null,
): Line[] {
  const lines: Line[] = [];
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

/** Lists that send in their own name keep the author in one of these. */
function originalFroms(view: MessageView, value: string): string[] {
  const kept = valuesOf(view, ['x-original-from', 'x-mailfrom', 'reply-to', 'cc']).flatMap((text) => [
    text,
    ...splitAddresses(text),
  ]);
  const via = /^\s*"?'?(.*?)'? via .*$/is.exec(value)?.[1];
  const addresses = kept.map((text) => text.trim()).filter((text) => text.includes('@'));
  const named =
    via === undefined
      ? []
      : addresses.flatMap((text) => {
          const address = /<[^>]*>/.exec(text)?.[0] ?? `<${text}>`;
          return [`${via} ${address}`, `"${via}" ${address}`];
        });
  const shown = nameWords(value);
  const isKept = (text: string): boolean =>
    shown.length === 0 || shown.some((word) => text.toLowerCase().includes(word));
  // A list may put its own name for the author's; a person's name that is neither of the two was put there by a person.
  const lists = valuesOf(view, ['list-id', 'list-post', 'x-beenthere', 'x-mailing-list']).join(' ');
  const isOfList = lists !== '' && isKept(lists);
  return [...new Set([...addresses, ...named])].filter((text) => isOfList || isKept(text)).slice(0, 12);
}

/** The words of the name that From shows, without what lists write behind it: three letters and more each. */
function nameWords(value: string): readonly string[] {
  const name = decodeWords(value.replace(/\r?\n/g, ''))
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\bvia\b.*$/is, '');
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_NAME);
}

const SHORTEST_NAME = 3;

function originalSenders(view: MessageView): string[] {
  const from = valuesOf(view, ['from', 'x-original-sender', 'x-sender']);
  return from.flatMap((text) => [text, ...(/<([^>]*)>/.exec(text)?.slice(1) ?? [])]);
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

function valuesOf(view: MessageView, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    (view.index.get(name) ?? []).slice(0, 4).map((field) => view.valueOf(field).trim()),
  );
}
