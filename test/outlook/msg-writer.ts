import { type CfbNode, writeCfb } from '../../src/parse/cfb/write-cfb.ts';
import type { HeapValue } from './pst-heap.ts';

/** A message to be written as MSG (MS-OXMSG). */
export interface MsgMessage {
  readonly values: readonly HeapValue[];
  readonly recipients?: readonly (readonly HeapValue[])[];
  readonly attachments?: readonly MsgAttachment[];
}

export interface MsgAttachment {
  readonly values: readonly HeapValue[];
  readonly message?: MsgMessage;
  readonly ole?: readonly CfbNode[];
}

export function writeMsg(message: MsgMessage): Uint8Array {
  return writeCfb([{ name: '__nameid_version1.0', children: [] }, ...messageNodes(message, 32)]);
}

function messageNodes({ values, recipients = [], attachments = [] }: MsgMessage, header: number): CfbNode[] {
  const number = (index: number) => index.toString(16).padStart(8, '0').toUpperCase();
  return [
    ...propertyNodes(values, header),
    ...recipients.map((cells, index) => ({
      name: `__recip_version1.0_#${number(index)}`,
      children: propertyNodes(cells, 8),
    })),
    ...attachments.map((attachment, index) => ({
      name: `__attach_version1.0_#${number(index)}`,
      children: attachmentNodes(attachment),
    })),
  ];
}

function attachmentNodes({ values, message, ole }: MsgAttachment): CfbNode[] {
  const own = propertyNodes(values, 8);
  if (message !== undefined) own.push({ name: '__substg1.0_3701000D', children: messageNodes(message, 24) });
  if (ole !== undefined) own.push({ name: '__substg1.0_3701000D', children: ole });
  return own;
}

function propertyNodes(values: readonly HeapValue[], header: number): CfbNode[] {
  const nodes: CfbNode[] = [];
  const entries = values.map(({ id, type, value }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(type, 0);
    entry.writeUInt16LE(id, 2);
    if (typeof value === 'number') entry.writeInt32LE(value, 8);
    else if (type === 0x40) entry.set(value, 8);
    else {
      entry.writeUInt32LE(value.length, 8);
      const tag = id.toString(16).padStart(4, '0') + type.toString(16).padStart(4, '0');
      nodes.push({ name: `__substg1.0_${tag.toUpperCase()}`, bytes: value });
    }
    return entry;
  });
  return [
    ...nodes,
    { name: '__properties_version1.0', bytes: Buffer.concat([Buffer.alloc(header), ...entries]) },
  ];
}
