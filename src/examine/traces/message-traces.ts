import type { Trace } from '../../model/index.ts';
import { decodeWords } from '../../parse/mime/encoded-word.ts';
import { rawFieldValue } from '../../parse/mime/header-text.ts';
import { headerValue } from '../../parse/mime/header-value.ts';
import type { HeaderField } from '../../parse/mime/headers.ts';
import type { ParsedMessage } from '../../parse/mime/message.ts';
import { hostTrace, ipTrace, type Named } from './names.ts';
import { hopTraces, MOST_HOP_CHARS } from './received-hop.ts';
import { nodeOf } from './uuid-node.ts';

/** Traces kept of one message. Attack: a thousand Received fields; real mail has five hops. */
const MOST_TRACES = 32;
/** Received fields read, from the oldest on. */
const MOST_HOPS = 12;
/** Characters of a value that are kept. */
const LONGEST_VALUE = 200;

/** Fields that are looked at; most of the dozens in a header are not. */
const LOOKED_AT: ReadonlyMap<string, 'hop' | 'date' | 'id' | 'mailer' | 'sender-address'> = new Map([
  ['received', 'hop'],
  ['date', 'date'],
  ['message-id', 'id'],
  ['x-mailer', 'mailer'],
  ['user-agent', 'mailer'],
  ['x-mimeole', 'mailer'],
  ['x-newsreader', 'mailer'],
  ['x-originating-ip', 'sender-address'],
  ['x-sender-ip', 'sender-address'],
  ['x-client-ip', 'sender-address'],
  ['x-source-ip', 'sender-address'],
  ['x-yahoo-post-ip', 'sender-address'],
]);

/** What a header says of the programs, machines and networks a message came from; `time` is left open. */
export type HeaderTrace = Omit<Trace, 'time'>;

/**
 * Traces in the header fields of a message, each value once, the earliest hop first: where a message began tells
 * most. Costs some microseconds: every message of a leak is asked. Never throws.
 */
export function messageTraces(message: ParsedMessage): readonly HeaderTrace[] {
  const found: HeaderTrace[] = [];
  const hops: HeaderField[] = [];
  for (const field of message.root.headers) {
    const kind = LOOKED_AT.get(field.key);
    if (kind === undefined) continue;
    if (kind === 'hop') hops.push(field);
    else if (kind === 'date') add(found, zoneTrace(valueOfField(message, field)), 'Date');
    else if (kind === 'id')
      for (const named of idTraces(valueOfField(message, field))) add(found, named, 'Message-ID');
    else if (kind === 'mailer') add(found, mailerTrace(valueOfField(message, field)), field.name);
    else add(found, ipTrace(/[\da-fA-F.:]{3,45}/.exec(valueOfField(message, field))?.[0]), field.name);
  }
  for (let at = hops.length - 1; at >= 0 && at >= hops.length - MOST_HOPS; at--) {
    const hop = hops[at];
    if (hop === undefined) continue;
    const traces = hopTraces(rawFieldValue(message, hop, MOST_HOP_CHARS));
    if (traces.length === 0) continue;
    const place = `Received ${hops.length - at} of ${hops.length}, `;
    for (const { part, named } of traces) add(found, named, place + part);
  }
  return found;
}

/** Each value once, where it stands first. */
function add(found: HeaderTrace[], named: Named | null, where: string): void {
  if (named === null || found.length >= MOST_TRACES) return;
  const { kind } = named;
  const value = named.value.length > LONGEST_VALUE ? named.value.slice(0, LONGEST_VALUE) : named.value;
  for (let at = 0; at < found.length; at++)
    if (found[at]?.value === value && found[at]?.kind === kind) return;
  found.push({ kind, value, where });
}

function valueOfField(message: ParsedMessage, field: HeaderField): string {
  return headerValue(message.bytes, field);
}

/** The offset the sender's machine wrote (RFC 5322, 3.3); `-0000` says that it does not tell (4.3). */
function zoneTrace(date: string): Named | null {
  const found = /\s([+-])(\d{2})(\d{2})(?:\s{0,4}\(|\s{0,4}$)/.exec(date.slice(0, 100));
  if (found === null) return /\s(?:GMT|UTC?|Z)\s{0,4}$/i.test(date) ? zone('+00:00') : null;
  const [, sign = '', hours = '', minutes = ''] = found;
  return sign === '-' && hours === '00' && minutes === '00' ? null : zone(`${sign}${hours}:${minutes}`);
}

function zone(value: string): Named {
  return { kind: 'time-zone', value };
}

/**
 * What stands behind the at sign is the name of the machine or the service that made the id. Outlook up to 2003
 * writes its address in the network before it (docs/clocks.md), others a UUID with that of their card.
 */
function idTraces(written: string): readonly (Named | null)[] {
  const id = written.slice(written.indexOf('<') + 1, MOST_ID_CHARS);
  const at = id.lastIndexOf('@');
  if (at < 0) return [];
  const end = id.indexOf('>', at);
  const host = hostTrace(id.slice(at + 1, end < 0 ? undefined : end).trim());
  const card = id[14] === '1' ? nodeOf(id) : null;
  return [host, lanAddress(id), card === null ? null : { kind: 'mac-address', value: card }];
}

/** Attack: a Message-ID of megabytes, matched with every shape that is known. */
const MOST_ID_CHARS = 300;

/** Little-endian; later versions write noise there, which is seldom an address of a private network (RFC 1918). */
function lanAddress(id: string): Named | null {
  if (id[12] !== '$') return null;
  const found = /^[\da-f]{12}\$[\da-f]{8}\$([\da-f]{8})@/i.exec(id)?.[1];
  if (found === undefined) return null;
  const bytes = [6, 4, 2, 0].map((start) => Number.parseInt(found.slice(start, start + 2), 16));
  const address = bytes.join('.');
  return /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(address) ? { kind: 'ip', value: address } : null;
}

function mailerTrace(value: string): Named | null {
  const name = decodeWords(value).trim();
  return name === '' ? null : { kind: 'x-mailer', value: name };
}
