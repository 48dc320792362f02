/** Saves a message as Outlook does (MS-OXMSG): properties instead of MIME, so that no signature can be checked. */
import { filetime } from '../clocks/clocks.ts';
import { wholeText } from '../programs/compose.ts';
import type { Sent } from '../route/send.ts';
import type { Header } from '../wire/wire.ts';
import { type CfbNode, writeCfb } from './cfb.ts';

const UNICODE = 0x001f;
const INTEGER = 0x0003;
const TIME = 0x0040;
const BINARY = 0x0102;

interface Property {
  readonly id: number;
  readonly type: number;
  readonly value: string | number | bigint | Buffer;
}

/** `transport` are the header fields the message arrived with, which Outlook keeps as one text. */
export function msgFile(sent: Sent, transport: readonly Header[]): Buffer {
  const { draft } = sent;
  const text = (id: number, value: string): Property => ({ id, type: UNICODE, value });
  const properties: readonly Property[] = [
    text(0x001a, 'IPM.Note'),
    text(0x0037, draft.subject),
    text(0x0042, draft.from.name),
    text(0x0065, draft.from.address),
    text(0x0c1a, draft.from.name),
    text(0x0c1f, draft.from.address),
    text(0x5d01, draft.from.address),
    text(0x0e04, draft.to.map(({ name }) => name).join('; ')),
    text(0x0e03, draft.cc.map(({ name }) => name).join('; ')),
    text(0x1000, wholeText(draft).replaceAll('\n', '\r\n')),
    text(0x1035, `<${sent.messageId}>`),
    text(0x007d, transport.map(([name, value]) => `${name}: ${value}\r\n`).join('')),
    { id: 0x0039, type: TIME, value: filetime(draft.at) },
    { id: 0x0e06, type: TIME, value: filetime(draft.at + 30_000) },
    { id: 0x0e07, type: INTEGER, value: 1 },
  ];
  const recipients = [
    ...draft.to.map((person) => ({ person, type: 1 })),
    ...draft.cc.map((person) => ({ person, type: 2 })),
  ];
  return writeCfb([
    {
      name: '__nameid_version1.0',
      children: ['00020102', '00030102', '00040102'].map((tag) => ({
        name: `__substg1.0_${tag}`,
        bytes: Buffer.alloc(0),
      })),
    },
    ...propertyNodes(properties, 32, [recipients.length, draft.attachments.length]),
    ...recipients.map(({ person, type }, index) => ({
      name: `__recip_version1.0_#${number(index)}`,
      children: propertyNodes(
        [
          { id: 0x0c15, type: INTEGER, value: type },
          text(0x3001, person.name),
          text(0x3002, 'SMTP'),
          text(0x3003, person.address),
          text(0x39fe, person.address),
        ],
        8,
      ),
    })),
    ...draft.attachments.map(({ name, bytes }, index) => ({
      name: `__attach_version1.0_#${number(index)}`,
      children: propertyNodes(
        [
          { id: 0x3705, type: INTEGER, value: 1 },
          text(0x3707, name),
          text(0x3001, name),
          { id: 0x3701, type: BINARY, value: bytes },
        ],
        8,
      ),
    })),
  ]);
}

function number(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0');
}

function propertyNodes(
  properties: readonly Property[],
  headerSize: number,
  counts: readonly number[] = [],
): readonly CfbNode[] {
  const header = Buffer.alloc(headerSize);
  for (const [index, at] of [8, 12].entries()) {
    if (headerSize > 8) header.writeUInt32LE(counts[index] ?? 0, at);
    if (headerSize > 8) header.writeUInt32LE(counts[index] ?? 0, at + 8);
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
