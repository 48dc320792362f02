import type { HeapValue } from './pst-heap.ts';

/** One attribute: `level` 1 of the message, 2 of an attachment (MS-OXTNEF 2.1.3.1). */
export interface AttributeSpec {
  readonly level: 1 | 2;
  readonly id: number;
  readonly data: Uint8Array;
}

export function writeTnef(attributes: readonly AttributeSpec[]): Uint8Array {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x223e9f78);
  return Buffer.concat([head, ...attributes.map(writeAttribute)]);
}

/** A property list as the data of attributes 0x9003 and 0x9005. */
export function propertyList(values: readonly HeapValue[]): Uint8Array {
  return Buffer.concat([word(values.length), ...values.map(writeProperty)]);
}

/** The property that is an object: the id of its interface, then its bytes. */
export function interfaceObject(iid: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(iid, 'hex'), bytes]);
}

function writeAttribute({ level, id, data }: AttributeSpec): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

function writeProperty({ id, type, value }: HeapValue): Buffer {
  const tag = Buffer.alloc(4);
  tag.writeUInt16LE(type, 0);
  tag.writeUInt16LE(id, 2);
  if (typeof value === 'number') return Buffer.concat([tag, word(value)]);
  if (type === 0x40) return Buffer.concat([tag, value]);
  return Buffer.concat([tag, word(1), word(value.length), value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
