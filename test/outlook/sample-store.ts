import type { Cipher } from '../../src/parse/pst/cipher.ts';
import type { Layout } from '../../src/parse/pst/layout.ts';
import { binary, flag, type HeapValue, long, object, properties, table, text, time } from './pst-heap.ts';
import { type NodeSpec, writePst } from './pst-writer.ts';

const STORE = 0x21;
export const ROOT = 0x122;
export const IPM = 0x8022;
export const INBOX = 0x8042;
export const DELETED = 0x8062;

export interface SampleMessage {
  readonly node: number;
  readonly folder: number;
  readonly values: readonly HeapValue[];
  readonly recipients?: readonly (readonly HeapValue[])[];
  readonly attachments?: readonly SampleAttachment[];
  /** In no contents table: as after a hard deletion. */
  readonly unlisted?: boolean;
}

export interface SampleAttachment {
  readonly values: readonly HeapValue[];
  readonly message?: Omit<SampleMessage, 'folder'>;
}

/** A store with an Inbox and Deleted Items below the IPM subtree. */
export function writeStore(
  layout: Layout,
  cipher: Cipher,
  messages: readonly SampleMessage[],
  password = 0,
): Uint8Array {
  return writePst({
    layout,
    cipher,
    nodes: [
      ...storeNodes(layout, messages, password),
      ...messages.map((message) => messageNode(layout, message)),
    ],
  });
}

/** The nodes of the store and its folders, for messages that are written one by one. */
export function storeNodes(
  layout: Layout,
  messages: readonly Pick<SampleMessage, 'node' | 'folder' | 'unlisted'>[],
  password = 0,
): NodeSpec[] {
  const entryId = Buffer.concat([Buffer.alloc(20), Buffer.from([IPM & 255, IPM >> 8, 0, 0])]);
  const listed = (folder: number) =>
    messages
      .filter((message) => message.folder === folder && message.unlisted !== true)
      .map(({ node }) => node);
  return [
    properties(layout, STORE, [
      text(0x3001, 'Sample store'),
      binary(0x35e0, entryId),
      long(0x67ff, password),
    ]),
    ...folder(layout, ROOT, '', ROOT, [IPM], []),
    ...folder(layout, IPM, 'Top of Personal Folders', ROOT, [INBOX, DELETED], []),
    ...folder(layout, INBOX, 'Inbox', IPM, [], listed(INBOX)),
    ...folder(layout, DELETED, 'Deleted/Items', IPM, [], listed(DELETED)),
  ];
}

export function messageNode(layout: Layout, message: SampleMessage): NodeSpec {
  return node(layout, message.node, message, message.folder);
}

/** The values every message of the samples has, to be added to. */
export function mail(subject: string, body: string, more: readonly HeapValue[] = []): readonly HeapValue[] {
  return [
    text(0x001a, 'IPM.Note'),
    text(0x0037, subject),
    text(0x1000, body),
    text(0x0042, 'Ann Author'),
    text(0x0065, 'ann@example.org'),
    time(0x0039, '2017-05-05T18:00:00Z'),
    time(0x3007, '2017-05-05T18:00:01Z'),
    time(0x3008, '2017-05-06T09:30:00Z'),
    ...more,
  ];
}

export function recipient(kind: 1 | 2 | 3, name: string, address: string): readonly HeapValue[] {
  return [long(0x0c15, kind), text(0x3001, name), text(0x39fe, address), flag(0x0e0f, true)];
}

export function file(name: string, bytes: Uint8Array, more: readonly HeapValue[] = []): SampleAttachment {
  return {
    values: [long(0x3705, 1), text(0x3707, name), binary(0x3701, bytes), long(0x0e20, bytes.length), ...more],
  };
}

function folder(
  layout: Layout,
  id: number,
  name: string,
  parent: number,
  children: readonly number[],
  contents: readonly number[],
): NodeSpec[] {
  const number = id & ~0x1f;
  return [
    properties(layout, id, [text(0x3001, name), long(0x3602, contents.length)], [], parent),
    table(
      layout,
      number | 0x0d,
      children.map((child) => ({ id: child, cells: [] })),
    ),
    table(
      layout,
      number | 0x0e,
      contents.map((item) => ({ id: item, cells: [long(0x0e07, 1)] })),
    ),
  ];
}

function node(
  layout: Layout,
  id: number,
  message: Omit<SampleMessage, 'folder' | 'node'>,
  parent: number,
): NodeSpec {
  const below: NodeSpec[] = [];
  if (message.recipients !== undefined) {
    below.push(
      table(
        layout,
        0x692,
        message.recipients.map((cells, index) => ({ id: index, cells })),
      ),
    );
  }
  const attachments = message.attachments ?? [];
  if (attachments.length > 0) {
    below.push(
      table(
        layout,
        0x671,
        attachments.map((_, index) => ({
          id: 0x8025 + index * 32,
          cells: [long(0x67f2, 0x8025 + index * 32), long(0x3705, 1)],
        })),
      ),
    );
  }
  for (const [index, attachment] of attachments.entries())
    below.push(attachmentNode(layout, 0x8025 + index * 32, attachment));
  return properties(layout, id, message.values, below, parent);
}

function attachmentNode(layout: Layout, id: number, { values, message }: SampleAttachment): NodeSpec {
  if (message === undefined) return properties(layout, id, values);
  const inner = node(layout, 0x200024, message, 0);
  return properties(layout, id, [...values, long(0x3705, 5), object(0x3701, inner.id)], [inner]);
}
