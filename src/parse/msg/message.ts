import type { Failure } from '../../model/index.ts';
import { attempt, fail } from '../binary/fail.ts';
import { streamOf } from '../binary/stream.ts';
import type { Cfb, CfbEntry } from '../cfb/cfb.ts';
import { type CfbNode, MOST_CFB_BYTES, writeCfb } from '../cfb/write-cfb.ts';
import type { AttachmentContent, MapiAttachment, MapiMessage } from '../mapi/message.ts';
import { type NamedProperties, readNamedProperties } from '../mapi/named-properties.ts';
import { PropertyBag } from '../mapi/property-bag.ts';
import { TAG } from '../mapi/tags.ts';
import { PROPERTIES_HEADER, readProperties } from './properties.ts';

/** 2,048 of each is what the names can number, MS-OXMSG 2.2.1. Attack: a directory of millions of storages. */
const MOST_PARTS = 10_000;
const NAMES_STORAGE = '__nameid_version1.0';
const EMBEDDED_STORAGE = '__substg1.0_3701000D';

/** The message in the root of a compound file. Names of properties are kept once, in the root. */
export function readMsg(cfb: Cfb, root: CfbEntry): MapiMessage {
  return readStorage(cfb, root, namesOf(cfb, root), PROPERTIES_HEADER.message);
}

function readStorage(
  cfb: Cfb,
  storage: CfbEntry,
  names: NamedProperties,
  headerBytes: number,
  codePage?: number,
): MapiMessage {
  const properties = new PropertyBag(readProperties(cfb, storage, headerBytes), names, codePage);
  const failures: Failure[] = [];
  const parts = (prefix: string) => {
    const found = storage.children.filter(
      ({ path, type }) => type === 'storage' && (path.at(-1) ?? '').toLowerCase().startsWith(prefix),
    );
    if (found.length > MOST_PARTS)
      failures.push({ code: 'too-many', detail: `A message has ${found.length} parts of one kind.` });
    return found
      .slice(0, MOST_PARTS)
      .sort((a, b) => ((a.path.at(-1) ?? '') < (b.path.at(-1) ?? '') ? -1 : 1));
  };
  const part = (entry: CfbEntry) =>
    new PropertyBag(readProperties(cfb, entry, PROPERTIES_HEADER.part), names, properties.codePage);
  return {
    properties,
    recipients: parts('__recip_version1.0_').map(part),
    attachments: parts('__attach_version1.0_').map((entry) => attachmentOf(cfb, entry, part(entry), names)),
    failures,
  };
}

function attachmentOf(
  cfb: Cfb,
  storage: CfbEntry,
  properties: PropertyBag,
  names: NamedProperties,
): MapiAttachment {
  return {
    properties,
    content: () => {
      const content = attempt(() => contentOf(cfb, storage, properties, names));
      return 'ok' in content ? content.ok : { type: 'failed', failure: content.failure };
    },
  };
}

/** A stream, a storage that is a message, a storage that is an OLE object, or a path (MS-OXMSG 2.2.2). */
function contentOf(
  cfb: Cfb,
  storage: CfbEntry,
  properties: PropertyBag,
  names: NamedProperties,
): AttachmentContent {
  const object = storage.children.find(
    ({ path, type }) => type === 'storage' && path.at(-1)?.toUpperCase() === EMBEDDED_STORAGE.toUpperCase(),
  );
  if (object !== undefined) {
    const isMessage = object.children.some(
      ({ path }) => path.at(-1)?.toLowerCase() === '__properties_version1.0',
    );
    if (!isMessage) return { type: 'bytes', stream: streamOf(oleObject(cfb, object)) };
    return {
      type: 'message',
      message: readStorage(cfb, object, names, PROPERTIES_HEADER.embedded, properties.codePage),
    };
  }
  const path = properties.text(TAG.attachLongPathname) ?? properties.text(TAG.attachPathname);
  const stream = properties.stream(TAG.attachData);
  if (stream !== null) return { type: 'bytes', stream };
  return path === null ? { type: 'bytes', stream: streamOf(new Uint8Array(0)) } : { type: 'reference', path };
}

/** The storage as a compound file of its own: what was dragged into the message. */
function oleObject(cfb: Cfb, storage: CfbEntry): Uint8Array {
  let room = MOST_CFB_BYTES;
  const copy = (entry: CfbEntry): CfbNode => {
    const name = entry.path.at(-1) ?? '';
    if (entry.type !== 'stream') return { name, children: entry.children.map(copy) };
    room -= entry.size + 1024;
    if (room < 0) fail('too-large', 'An OLE object is too large to be copied out.');
    return { name, bytes: cfb.read(entry) };
  };
  return writeCfb(storage.children.map(copy));
}

function namesOf(cfb: Cfb, root: CfbEntry): NamedProperties {
  const storage = root.children.find(({ path }) => path.at(-1)?.toLowerCase() === NAMES_STORAGE);
  const stream = (id: string) => {
    const entry = storage?.children.find(
      ({ path }) => path.at(-1)?.toLowerCase() === `__substg1.0_${id}0102`,
    );
    const bytes = attempt(() => (entry === undefined ? new Uint8Array(0) : cfb.read(entry)));
    return 'ok' in bytes ? bytes.ok : new Uint8Array(0);
  };
  return readNamedProperties(stream('0002'), stream('0003'), stream('0004'));
}
