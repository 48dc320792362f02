import { type Address, DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { sortBodies } from '../../parse/mime/bodies.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { leafParts, type ParsedMessage, type Part, parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import { partText } from '../../parse/mime/text-part.ts';
import { htmlToText } from '../../parse/text/html.ts';
import { mailbox, type WrittenPart, writeMail } from './mail-writer.ts';
import { redactText } from './redact-text.ts';
import type { RedactSession } from './session.ts';

/** Redacts what a message carries; null where there is no way, and it is left out. */
export type RedactCarried = (
  bytes: Uint8Array,
  name: string,
  where: string,
) => Promise<{ readonly bytes: Uint8Array; readonly type: string; readonly extension: string } | null>;

/** Headers that are kept, redacted; all others go, and with them machines, ways and ids. */
const KEPT = new Set(['from', 'to', 'cc', 'subject', 'date']);

/** An address where one stood: RFC 2606 keeps `.invalid` from ever being one. */
export const NO_HOST = 'redacted.invalid';

/**
 * A message written anew: From, To, Cc, Subject and Date; its text (HTML as plain text); what it carries, each redacted by
 * its own kind or left out. Signatures no longer hold, and a header says so.
 */
export async function redactMail(
  bytes: Uint8Array,
  session: RedactSession,
  where: string,
  carried: RedactCarried,
): Promise<Uint8Array> {
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const facts = summarize(message, DEFAULT_LIMITS);
  const { shown, attachments } = sortBodies(message.root);
  const bodies = shown.map(({ part }) => part);
  // What one part shows to be personal goes from every part: first all are read.
  const people = [...facts.from, ...facts.to, ...facts.cc];
  for (const text of [
    facts.subject,
    ...people.map(addressText),
    ...bodies.map((part) => textOf(message, part)),
  ])
    session.learn(text);
  const parts: WrittenPart[] = [];
  const plain = bodies.filter(({ type }) => type !== 'text/html');
  // The HTML of an alternative says the same again; it is kept where nothing else is.
  const kept = plain.some((part) => textOf(message, part).trim() !== '') ? plain : bodies;
  if (kept.length < bodies.length) session.omit('HTML beside the same text');
  for (const part of kept) {
    const text = redactText(textOf(message, part), session, `${where}${partName(part)} text`);
    parts.push({ type: 'text/plain', filename: '', bytes: Buffer.from(text) });
  }
  const rest = attachments.filter((part) => !kept.includes(part));
  for (const part of rest) parts.push(...(await attachment(message, part, session, where, carried)));
  omitHeaders(message, session);
  const list = (addresses: readonly Address[], header: string): string =>
    addresses.map((one) => redactAddress(one, session, `${where}header ${header}`)).join(', ');
  const headers: [string, string][] = [
    ['X-Tamis-Redacted', 'yes; written anew, signatures do not hold'],
    ...(facts.date === null
      ? []
      : [['Date', new Date(facts.date).toUTCString().replace('GMT', '+0000')] as [string, string]]),
    ['From', list(facts.from, 'From')],
    ['To', list(facts.to, 'To')],
    ...(facts.cc.length === 0 ? [] : [['Cc', list(facts.cc, 'Cc')] as [string, string]]),
    ['Subject', redactText(facts.subject, session, `${where}header Subject`)],
  ];
  session.tell('mail-written-anew');
  return writeMail(
    headers.filter(([, value]) => value !== ''),
    parts.length === 0 ? [{ type: 'text/plain', filename: '', bytes: Buffer.alloc(0) }] : parts,
  );
}

function partName({ id }: Part): string {
  return id === '' ? 'body' : `part ${id}`;
}

function textOf(message: ParsedMessage, part: Part): string {
  const text = partText(message, part, DEFAULT_LIMITS);
  return part.type === 'text/html' ? htmlToText(text) : text;
}

function addressText({ name, address }: Address): string {
  return `${name} <${address}>`;
}

function redactAddress({ name, address }: Address, session: RedactSession, where: string): string {
  const [span] = session.spans(address).filter(({ kind }) => kind === 'email' || kind === 'name');
  // A name that is the address once more says what the address says.
  const shown = redactText(name, session, where);
  if (span === undefined) {
    return mailbox(shown, redactText(address, session, where));
  }
  session.remove(span, where);
  const { numbered, pseudonyms } = session.options;
  const local = numbered ? `address-${pseudonyms.number(span.kind, span.plain)}` : 'address';
  return mailbox(shown, `${local}@${NO_HOST}`);
}

async function attachment(
  message: ParsedMessage,
  part: Part,
  session: RedactSession,
  where: string,
  carried: RedactCarried,
): Promise<WrittenPart[]> {
  const name = part.filename ?? '';
  const place = `${where}${partName(part)} `;
  try {
    const redacted = await carried(decodePart(message, part), name, place);
    if (redacted === null) {
      session.omit(`attachment ${part.type}`);
      return [];
    }
    const stem = redactText(name.replace(/\.[^.]{1,8}$/u, ''), session, `${place}name`) || 'attachment';
    return [{ type: redacted.type, filename: `${stem}.${redacted.extension}`, bytes: redacted.bytes }];
  } catch (error) {
    // What cannot be read cannot be cleared: it goes, and the log says so. An incomplete redaction stops everything.
    if (!(error instanceof TamisError) || error.code === 'redaction-incomplete') throw error;
    session.omit(`attachment ${part.type} (${error.code})`);
    return [];
  }
}

function omitHeaders(message: ParsedMessage, session: RedactSession): void {
  const fields = [message.root, ...leafParts(message.root)].flatMap(({ headers }) => headers);
  const others = message.root.headers.filter(({ key }) => !KEPT.has(key)).length;
  session.omit('headers', others + (fields.length - message.root.headers.length));
}
