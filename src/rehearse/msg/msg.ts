/** Saves a message as Outlook does (MS-OXMSG): properties instead of MIME, so that no signature can be checked. */
import { filetime } from '../clocks/clocks.ts';
import type { Attachment } from '../documents/document.ts';
import { wholeText } from '../programs/compose.ts';
import type { Sent } from '../route/send.ts';
import type { Person } from '../story/terms.ts';
import type { Header } from '../wire/wire.ts';
import { type CfbNode, writeCfb } from './cfb.ts';

/** Types of property values (MS-OXCDATA 2.11.1). */
const UNICODE = 0x001f;
const INTEGER = 0x0003;
const TIME = 0x0040;
const BINARY = 0x0102;

/** Numbers of properties, by their names in MS-OXPROPS without PidTag. */
const PROPERTY = {
  messageClass: 0x001a,
  subject: 0x0037,
  clientSubmitTime: 0x0039,
  sentRepresentingName: 0x0042,
  sentRepresentingEmailAddress: 0x0065,
  transportMessageHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderEmailAddress: 0x0c1f,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  messageDeliveryTime: 0x0e06,
  messageFlags: 0x0e07,
  body: 0x1000,
  internetMessageId: 0x1035,
  displayName: 0x3001,
  addressType: 0x3002,
  emailAddress: 0x3003,
  attachDataBinary: 0x3701,
  attachMethod: 0x3705,
  attachLongFilename: 0x3707,
  smtpAddress: 0x39fe,
  senderSmtpAddress: 0x5d01,
} as const;

/** Bytes before the first property: of the message itself, and of recipients and attachments (MS-OXMSG 2.4.1). */
const MESSAGE_HEADER = 32;
const PART_HEADER = 8;

interface Property {
  readonly id: number;
  readonly type: number;
  readonly value: string | number | bigint | Buffer;
}

/** `transport` are the header fields the message arrived with, which Outlook keeps as one text. */
export function msgFile(sent: Sent, transport: readonly Header[]): Buffer {
  const { to, cc, attachments } = sent.draft;
  const recipients = [
    ...to.map((person) => ({ person, type: 1 })),
    ...cc.map((person) => ({ person, type: 2 })),
  ];
  return writeCfb([
    {
      name: '__nameid_version1.0',
      children: ['00020102', '00030102', '00040102'].map((tag) => ({
        name: `__substg1.0_${tag}`,
        bytes: Buffer.alloc(0),
      })),
    },
    ...propertyNodes(messageProperties(sent, transport), MESSAGE_HEADER, [
      recipients.length,
      attachments.length,
    ]),
    ...recipients.map(({ person, type }, index) => ({
      name: `__recip_version1.0_#${number(index)}`,
      children: propertyNodes(recipientProperties(person, type), PART_HEADER),
    })),
    ...attachments.map((attachment, index) => ({
      name: `__attach_version1.0_#${number(index)}`,
      children: propertyNodes(attachmentProperties(attachment), PART_HEADER),
    })),
  ]);
}

function messageProperties({ draft, messageId }: Sent, transport: readonly Header[]): readonly Property[] {
  return [
    text(PROPERTY.messageClass, 'IPM.Note'),
    text(PROPERTY.subject, draft.subject),
    text(PROPERTY.sentRepresentingName, draft.from.name),
    text(PROPERTY.sentRepresentingEmailAddress, draft.from.address),
    text(PROPERTY.senderName, draft.from.name),
    text(PROPERTY.senderEmailAddress, draft.from.address),
    text(PROPERTY.senderSmtpAddress, draft.from.address),
    text(PROPERTY.displayTo, draft.to.map(({ name }) => name).join('; ')),
    text(PROPERTY.displayCc, draft.cc.map(({ name }) => name).join('; ')),
    text(PROPERTY.body, wholeText(draft).replaceAll('\n', '\r\n')),
    text(PROPERTY.internetMessageId, `<${messageId}>`),
    text(
      PROPERTY.transportMessageHeaders,
      transport.map(([name, value]) => `${name}: ${value}\r\n`).join(''),
    ),
    { id: PROPERTY.clientSubmitTime, type: TIME, value: filetime(draft.at) },
    { id: PROPERTY.messageDeliveryTime, type: TIME, value: filetime(draft.at + 30_000) },
    { id: PROPERTY.messageFlags, type: INTEGER, value: 1 },
  ];
}

function recipientProperties(person: Person, type: number): readonly Property[] {
  return [
    { id: PROPERTY.recipientType, type: INTEGER, value: type },
    text(PROPERTY.displayName, person.name),
    text(PROPERTY.addressType, 'SMTP'),
    text(PROPERTY.emailAddress, person.address),
    text(PROPERTY.smtpAddress, person.address),
  ];
}

function attachmentProperties({ name, bytes }: Attachment): readonly Property[] {
  return [
    { id: PROPERTY.attachMethod, type: INTEGER, value: 1 },
    text(PROPERTY.attachLongFilename, name),
    text(PROPERTY.displayName, name),
    { id: PROPERTY.attachDataBinary, type: BINARY, value: bytes },
  ];
}

function text(id: number, value: string): Property {
  return { id, type: UNICODE, value };
}

/** Recipients and attachments are numbered by eight hexadecimal digits in capitals (MS-OXMSG 2.2.1). */
function number(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0');
}

/** The stream of fixed entries, sixteen bytes each, and a stream for every value that does not fit into its entry. */
function propertyNodes(
  properties: readonly Property[],
  headerSize: number,
  counts: readonly number[] = [],
): readonly CfbNode[] {
  const header = Buffer.alloc(headerSize);
  for (const [index, at] of [8, 12].entries()) {
    if (headerSize > PART_HEADER) header.writeUInt32LE(counts[index] ?? 0, at);
    if (headerSize > PART_HEADER) header.writeUInt32LE(counts[index] ?? 0, at + 8);
  }
  const streams: CfbNode[] = [];
  const entries = properties.map(({ id, type, value }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(type, 0);
    entry.writeUInt16LE(id, 2);
    entry.writeUInt32LE(6, 4);
    if (typeof value === 'number') entry.writeUInt32LE(value, 8);
    else if (typeof value === 'bigint') entry.writeBigUInt64LE(value, 8);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
      entry.writeUInt32LE(bytes.length + (type === UNICODE ? 2 : 0), 8);
      const tag = (id * 0x10000 + type).toString(16).toUpperCase().padStart(8, '0');
      streams.push({ name: `__substg1.0_${tag}`, bytes });
    }
    return entry;
  });
  return [{ name: '__properties_version1.0', bytes: Buffer.concat([header, ...entries]) }, ...streams];
}
