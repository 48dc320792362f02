import type { Failure } from '../../model/index.ts';
import { attempt, fail } from '../binary/fail.ts';
import { u32 } from '../binary/little-endian.ts';
import type { AttachmentContent, MapiAttachment, MapiMessage } from '../mapi/message.ts';
import type { NamedProperties } from '../mapi/named-properties.ts';
import { PropertyBag } from '../mapi/property-bag.ts';
import { TAG, TYPE } from '../mapi/tags.ts';
import { DataTree } from './data-tree.ts';
import { Heap } from './heap.ts';
import type { Ndb, NodeReference } from './ndb.ts';
import { NODE_TYPE, typeOf } from './node-types.ts';
import { readPropertyContext } from './property-context.ts';
import { readRowIds, readRows } from './table-context.ts';

/** Distribution lists of 10,000 exist. Attack: a recipient table of millions on every message. */
const MOST_RECIPIENTS = 100_000;
/** Attachments of one message. Attack: one message with a quarter of a million subnodes. */
const MOST_ATTACHMENTS = 10_000;

/** Reads the message in a node (MS-PST 2.4.5). Throws when its properties cannot be read at all. */
export function readMessage(
  ndb: Ndb,
  node: NodeReference,
  names: NamedProperties,
  codePage?: number,
): MapiMessage {
  const heap = new Heap(ndb, node);
  const properties = new PropertyBag(readPropertyContext(heap), names, codePage);
  const failures: Failure[] = [];
  const tried = <T>(read: () => T, otherwise: T): T => {
    const result = attempt(read);
    if ('ok' in result) return result.ok;
    failures.push(result.failure);
    return otherwise;
  };
  const subnodes = tried(() => heap.subnodes, new Map<number, NodeReference>());
  return {
    properties,
    recipients: tried(() => recipientsOf(heap, subnodes, names, properties.codePage), []),
    attachments: attachmentIds(ndb, subnodes, tried).map((id) =>
      attachmentOf(ndb, subnodes.get(id), id, names, properties.codePage),
    ),
    failures,
  };
}

function recipientsOf(
  heap: Heap,
  subnodes: ReadonlyMap<number, NodeReference>,
  names: NamedProperties,
  codePage: number,
): PropertyBag[] {
  const bags: PropertyBag[] = [];
  for (const node of subnodes.values()) {
    if (typeOf(node.id) !== NODE_TYPE.recipientTable) continue;
    for (const row of readRows(new Heap(heap.ndb, node))) {
      if (bags.length >= MOST_RECIPIENTS) fail('too-many', 'A message has more recipients than the limit.');
      bags.push(new PropertyBag(row, names, codePage));
    }
  }
  return bags;
}

/** Ids of the attachment table, then of attachments that the table does not know: those are read too. */
function attachmentIds(
  ndb: Ndb,
  subnodes: ReadonlyMap<number, NodeReference>,
  tried: <T>(read: () => T, otherwise: T) => T,
): readonly number[] {
  const ids = new Set<number>();
  for (const node of subnodes.values()) {
    if (typeOf(node.id) !== NODE_TYPE.attachmentTable) continue;
    for (const id of tried(() => readRowIds(new Heap(ndb, node)), [])) ids.add(id);
  }
  for (const id of subnodes.keys()) if (typeOf(id) === NODE_TYPE.attachment) ids.add(id);
  const all = [...ids];
  if (all.length > MOST_ATTACHMENTS) {
    tried(() => fail('too-many', `A message has ${all.length} attachments, above the limit.`), undefined);
  }
  return all.slice(0, MOST_ATTACHMENTS);
}

function attachmentOf(
  ndb: Ndb,
  node: NodeReference | undefined,
  id: number,
  names: NamedProperties,
  codePage: number,
): MapiAttachment {
  const opened = attempt(() => {
    if (node === undefined) return fail('malformed', `Attachment ${id} is announced but does not exist.`);
    const heap = new Heap(ndb, node);
    return { heap, properties: new PropertyBag(readPropertyContext(heap), names, codePage) };
  });
  if ('failure' in opened) {
    const { failure } = opened;
    return { properties: new PropertyBag(new Map(), names), content: () => ({ type: 'failed', failure }) };
  }
  const { heap, properties } = opened.ok;
  return {
    properties,
    content: () => {
      const content = attempt(() => contentOf(heap, properties, names));
      return 'ok' in content ? content.ok : { type: 'failed', failure: content.failure };
    },
  };
}

/** MS-OXCMSG 2.2.2.9: method 1 by value, 2 to 4 and 7 by reference, 5 a message, 6 an OLE object. */
function contentOf(heap: Heap, properties: PropertyBag, names: NamedProperties): AttachmentContent {
  if (properties.typeOf(TAG.attachData) === TYPE.object) {
    const word =
      properties.binary(TAG.attachData) ?? fail('malformed', 'An embedded object could not be found.');
    const node = heap.subnode(u32(word, 0));
    if (properties.number(TAG.attachMethod) === 5) {
      return { type: 'message', message: readMessage(heap.ndb, node, names, properties.codePage) };
    }
    return { type: 'bytes', stream: new DataTree(heap.ndb, node.data) };
  }
  const path = properties.text(TAG.attachLongPathname) ?? properties.text(TAG.attachPathname);
  if (!properties.has(TAG.attachData) && path !== null) return { type: 'reference', path };
  const stream = properties.stream(TAG.attachData);
  if (stream !== null) return { type: 'bytes', stream };
  return properties.unreadable.length > 0
    ? fail('malformed', 'The data of an attachment could not be read.')
    : { type: 'bytes', stream: { size: 0, chunks: () => [] } };
}
