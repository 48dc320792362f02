import type { Defect } from '../../model/index.ts';
import { fail } from '../binary/fail.ts';
import { slice, u8, u16, u32 } from '../binary/little-endian.ts';

/** Attributes of MS-OXTNEF 2.1.3.1, by the low half of their ids. */
export const ATTRIBUTE = {
  from: 0x8000,
  subject: 0x8004,
  dateSent: 0x8005,
  dateReceived: 0x8006,
  messageClass: 0x8008,
  messageId: 0x8009,
  body: 0x800c,
  attachData: 0x800f,
  attachTitle: 0x8010,
  attachMetafile: 0x8011,
  attachCreated: 0x8012,
  attachModified: 0x8013,
  attachTransportName: 0x9001,
  attachRendering: 0x9002,
  messageProperties: 0x9003,
  recipientTable: 0x9004,
  attachProperties: 0x9005,
  version: 0x9006,
  codePage: 0x9007,
} as const;

/** One attribute of the stream (MS-OXTNEF). */
export interface TnefAttribute {
  /** 1: of the message, 2: of the attachment that the last rendering attribute began. */
  readonly level: number;
  readonly id: number;
  readonly data: Uint8Array;
}

const SIGNATURE = 0x223e9f78;
/** No attribute has more than a few. Attack: a file of empty attributes, nine bytes each. */
const MOST_ATTRIBUTES = 1_000_000;

/**
 * The attributes of a TNEF stream in order. A cut file gives what it has and a `truncated` defect; a wrong
 * checksum is a defect and no more. Throws `malformed` only when this is no TNEF.
 */
export function readAttributes(bytes: Uint8Array, defects: Defect[]): TnefAttribute[] {
  if (bytes.length < 6 || u32(bytes, 0) !== SIGNATURE) fail('malformed', 'This is no TNEF stream.');
  const attributes: TnefAttribute[] = [];
  let at = 6;
  while (at + 9 <= bytes.length && attributes.length < MOST_ATTRIBUTES) {
    const level = u8(bytes, at);
    if (level !== 1 && level !== 2) {
      defects.push({ code: 'trailing-bytes', at: { start: at, end: bytes.length } });
      return attributes;
    }
    const length = u32(bytes, at + 5);
    const start = at + 9;
    if (start + length > bytes.length) {
      defects.push({ code: 'truncated', at: { start, end: bytes.length } });
      attributes.push({ level, id: u16(bytes, at + 1), data: bytes.subarray(start) });
      return attributes;
    }
    const data = slice(bytes, start, length);
    if (start + length + 2 <= bytes.length && u16(bytes, start + length) !== sumOf(data)) {
      defects.push({ code: 'attribute-checksum', at: { start, end: start + length } });
    }
    attributes.push({ level, id: u16(bytes, at + 1), data });
    at = start + length + 2;
  }
  return attributes;
}

function sumOf(data: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < data.length; at++) sum = (sum + (data[at] ?? 0)) & 0xffff;
  return sum;
}
