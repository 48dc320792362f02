import { fromOf, recipientsOf, senderOf, writeMailbox, writeMailboxes } from './addresses.ts';
import { encodeUnstructured, type HeaderField, headerDate, splitTransportHeaders } from './header-fields.ts';
import type { MapiMessage } from './message.ts';
import { fieldsShownOtherwise } from './shown-fields.ts';
import { dateOf, subjectOf } from './stated.ts';
import { TAG } from './tags.ts';

/** The header of a rebuilt message, and how much of it is the original's. */
export interface RebuiltHeaders {
  /** Header fields with CRLF, without those of MIME structure and without the empty line. */
  readonly text: string;
  /** Fields of the original that no longer hold: the structure they describe is gone, or the properties say otherwise. */
  readonly replaced: readonly HeaderField[];
  /** Names of fields written from properties. */
  readonly added: readonly string[];
  readonly strayLines: number;
  readonly hasMimeVersion: boolean;
  readonly source: 'transport' | 'properties';
}

/** Header fields that describe the MIME structure of the body they came with. */
const STRUCTURE = new Set([
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-md5',
  'content-id',
]);

/** Fields whose absence from real transport headers is a fact about them, not a gap to be filled. */
const DERIVED = new Set(['Sender', 'In-Reply-To', 'References']);

/**
 * The header of a rebuilt message. The transport headers, where the store has them, are kept to the letter, but for those that
 * its properties contradict, which are what is shown;
 * fields they lack (drafts and sent mail often have none, Bcc never) are written from properties after them.
 */
export function rebuildHeaders(message: MapiMessage): RebuiltHeaders {
  const { properties } = message;
  const { fields, strayLines } = splitTransportHeaders(properties.text(TAG.transportMessageHeaders) ?? '');
  const otherwise = fieldsShownOtherwise(message, fields);
  const kept = fields.filter(({ name }) => !STRUCTURE.has(name) && !otherwise.has(name));
  const present = new Set(kept.map(({ name }) => name));
  const transported = kept.length > 0;
  const added = fromProperties(message).filter(
    ([name]) => !present.has(name.toLowerCase()) && !(transported && DERIVED.has(name)),
  );
  const lines = [...kept.map(({ raw }) => raw), ...added.map(([name, value]) => `${name}: ${value}`)];
  return {
    text: lines.map((line) => `${line}\r\n`).join(''),
    replaced: fields.filter(({ name }) => STRUCTURE.has(name) || otherwise.has(name)),
    added: added.map(([name]) => name),
    strayLines: strayLines.length,
    hasMimeVersion: present.has('mime-version'),
    source: transported ? 'transport' : 'properties',
  };
}

function fromProperties(message: MapiMessage): [string, string][] {
  const { properties } = message;
  const fields: [string, string][] = [];
  const add = (name: string, value: string | null) => {
    if (value !== null && value !== '') fields.push([name, value]);
  };
  const from = fromOf(properties);
  const sender = senderOf(properties);
  add('From', from === null ? null : writeMailbox(from));
  if (sender !== null && sender.address !== '' && sender.address !== from?.address)
    add('Sender', writeMailbox(sender));
  add('To', writeMailboxes(recipientsOf(message, 'to')));
  add('Cc', writeMailboxes(recipientsOf(message, 'cc')));
  add('Bcc', writeMailboxes(recipientsOf(message, 'bcc')));
  add('Subject', encodeUnstructured(subjectOf(properties)));
  const date = dateOf(properties);
  add('Date', date === null ? null : headerDate(date));
  add('Message-ID', messageIds(properties.text(TAG.internetMessageId)));
  add('In-Reply-To', messageIds(properties.text(TAG.inReplyTo)));
  add('References', messageIds(properties.text(TAG.internetReferences)));
  return fields;
}

function messageIds(text: string | null): string | null {
  return text === null ? null : encodeUnstructured(text).slice(0, 8000);
}
