import { hash } from 'node:crypto';
import type { MessageHabits } from '../../model/index.ts';
import { rawFieldValue } from '../../parse/mime/header-text.ts';
import type { HeaderField, ParsedMessage, Part } from '../../parse/mime/message.ts';
import type { MessageSummary } from '../../parse/mime/summary.ts';
import { copied } from '../../parse/text/copied.ts';
import { readDate } from '../clocks/written-date.ts';
import { hopsOf, receiverIn } from './hops.ts';
import { domainOfHost, shapeOf, withoutFigures } from './shape.ts';

type Summary = Pick<MessageSummary, 'messageId' | 'text' | 'mailer' | 'from'>;

/**
 * The habits a message shows. Reads a few header fields; never throws. What was rebuilt out of a store has the
 * fields of its author and of its route, and neither parts nor order nor signature as they were.
 */
export function messageHabits(message: ParsedMessage, summary: Summary, rebuilt: boolean): MessageHabits {
  const { root } = message;
  const [sender] = summary.from;
  const domain = sender === undefined ? '' : sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const date = first(message, 'date');
  const written = date === null ? null : readDate(date, 0);
  const hop = firstHop(message);
  const arrived = hop === null ? null : dateOfHop(hop);
  const route = hop === null ? '' : (receiverIn(hop) ?? '');
  return {
    program: withoutFigures(summary.mailer ?? ''),
    order: rebuilt ? '' : orderOf(root),
    id: idShape(summary.messageId, domain),
    boundary: rebuilt || root.params.boundary === undefined ? '' : shapeOf(root.params.boundary),
    coding: rebuilt ? '' : codingOf(root),
    zone: date === null ? '' : (ZONE.exec(date)?.[1] ?? ''),
    name: (sender?.name ?? '').slice(0, LONGEST_NAME),
    block: blockOf(summary.text),
    route: route === '' ? '' : domainOfHost(route),
    signer: rebuilt || route === '' ? '' : signerOf(message, domain),
    lag: written === null || arrived === null ? null : Math.round((arrived - written.time) / 1000),
    hops: hopsOf(
      message.root.headers.filter(({ key }) => key === 'received').map((each) => rawValue(message, each)),
    ),
  };
}

/** Characters of a name that are kept. */
const LONGEST_NAME = 80;
const ZONE = /([+-]\d{4}|[A-Z]{1,4})(?:\s*\([^)]{0,20}\))?\s*$/u;

function first(message: ParsedMessage, key: string): string | null {
  const field = message.root.headers.find((each) => each.key === key);
  return field === undefined ? null : rawValue(message, field);
}

/** As it lies there, folding kept: what is looked for is ASCII. */
function rawValue(message: ParsedMessage, field: HeaderField): string {
  return rawFieldValue(message, field, LONGEST_FIELD);
}

// Attack: a field of megabytes under a pattern.
const LONGEST_FIELD = 2000;

/** The lowest Received field: written by whoever took the message from its sender. */
function firstHop(message: ParsedMessage): string | null {
  const field = message.root.headers.findLast((each) => each.key === 'received');
  return field === undefined ? null : rawValue(message, field);
}

function dateOfHop(hop: string): number | null {
  const semicolon = hop.lastIndexOf(';');
  return semicolon < 0 ? null : (readDate(hop, semicolon + 1)?.time ?? null);
}

/** Fields that programs write in every message, each by one letter; others come and go. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['from', 'f'],
  ['to', 't'],
  ['subject', 's'],
  ['date', 'd'],
  ['message-id', 'i'],
  ['mime-version', 'v'],
  ['content-type', 'c'],
]);
/** Spelled otherwise than in RFC 5322 and 2045: an upper-case letter. */
const SPELLED = new Set(['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type']);

function orderOf({ headers }: Part): string {
  let order = '';
  for (const { key, name } of headers) {
    const letter = LETTERS.get(key);
    if (letter === undefined || order.toLowerCase().includes(letter)) continue;
    order += SPELLED.has(name) ? letter : letter.toUpperCase();
  }
  return order;
}

function idShape(messageId: string | null, domain: string): string {
  if (messageId === null) return '';
  const at = messageId.lastIndexOf('@');
  const host = messageId.slice(at + 1).toLowerCase();
  const own = host === domain ? 'own' : domainOfHost(host);
  return `${shapeOf(at < 0 ? messageId : messageId.slice(0, at))}@${at < 0 ? '' : own}`;
}

function codingOf(root: Part): string {
  let part: Part | undefined = root;
  // Attack: ten thousand levels of multiparts.
  for (let level = 0; level < 8 && part !== undefined && part.children.length > 0; level++) {
    part = part.children[0];
  }
  return part === undefined
    ? ''
    : `${part.encoding}/${(part.params.charset ?? '').toLowerCase().slice(0, 20)}`;
}

/** A block of signature or farewell is looked at so far. */
const LONGEST_BLOCK = 400;

/** Behind `-- `, whose space is lost in quoted-printable (RFC 2045 section 6.7, rule 3). */
function blockOf(text: string): string {
  for (let at = text.indexOf('\n--'); at >= 0; at = text.indexOf('\n--', at + 1)) {
    const end = text.startsWith(' \n', at + 3) ? at + 5 : at + 4;
    if (text[end - 1] !== '\n') continue;
    return blockName(
      text
        .slice(end, end + LONGEST_BLOCK)
        .replace(/\s+/gu, ' ')
        .trim(),
    );
  }
  return '';
}

/** Everybody has one signature block for years, under hundreds of messages. */
function blockName(block: string): string {
  const known = blockNames.get(block);
  if (known !== undefined) return known;
  const name = hash('sha1', block).slice(0, 8);
  if (blockNames.size >= MOST_BLOCKS) blockNames.clear();
  blockNames.set(copied(block), name);
  return name;
}

/** Attack: a block of its own under each message. */
const MOST_BLOCKS = 500;
const blockNames = new Map<string, string>();

function signerOf(message: ParsedMessage, domain: string): string {
  for (const field of message.root.headers) {
    if (field.key !== 'dkim-signature') continue;
    const signer = signatureTag(message, field, 'd');
    if (signer === '' || !(domain === signer || domain.endsWith(`.${signer}`))) continue;
    return `${signer}/${signatureTag(message, field, 's')}`;
  }
  return '-';
}

function signatureTag(message: ParsedMessage, field: HeaderField, name: 'd' | 's'): string {
  const value = rawValue(message, field);
  return (TAGS[name].exec(value)?.[1] ?? '').toLowerCase();
}

const TAGS = { d: /(?:^|;)\s*d\s*=\s*([^;\s]+)/u, s: /(?:^|;)\s*s\s*=\s*([^;\s]+)/u } as const;
