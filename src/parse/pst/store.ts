import { attempt } from '../binary/fail.ts';
import { u8, u32 } from '../binary/little-endian.ts';
import { type NamedProperties, NO_NAMES, readNamedProperties } from '../mapi/named-properties.ts';
import { TAG } from '../mapi/tags.ts';
import { readBag } from './folders.ts';
import type { Ndb } from './ndb.ts';
import { NODE } from './node-types.ts';

/** What the store as a whole says of itself (MS-PST 2.4.3). */
export interface MessageStore {
  readonly names: NamedProperties;
  /** Node of the folder under which a user's own folders lie. */
  readonly ipmSubtree: number | null;
  readonly displayName: string | null;
  readonly lastModified: string | null;
  /** A checksum of a password; nothing is encrypted with it. */
  readonly password: boolean;
}

/** What the message store says of the whole file (MS-PST 2.4.3). Of a damaged one, as much as can be read. */
export function readMessageStore(ndb: Ndb): MessageStore {
  const names = attempt(() => readNames(ndb));
  const store = readBag(ndb, NODE.messageStore, NO_NAMES);
  const subtree = store?.binary(TAG.ipmSubtreeEntryId) ?? null;
  return {
    names: 'ok' in names ? names.ok : NO_NAMES,
    ipmSubtree: subtree === null ? null : nodeOfEntryId(subtree),
    displayName: store?.text(TAG.displayName) || null,
    lastModified: store?.time(TAG.lastModificationTime) ?? null,
    password: (store?.number(TAG.pstPassword) ?? 0) !== 0,
  };
}

/** The name-to-id map is a node whose properties 2, 3 and 4 are the three streams. */
function readNames(ndb: Ndb): NamedProperties {
  const map = readBag(ndb, NODE.namedProperties, NO_NAMES);
  const part = (id: number) => map?.binary(id) ?? new Uint8Array(0);
  return readNamedProperties(part(2), part(3), part(4));
}

/** An entry id of a PST: flags, the store's GUID, then the node (MS-PST 2.4.3.2). */
function nodeOfEntryId(entryId: Uint8Array): number | null {
  const node = attempt(() => (u8(entryId, 0) === 0 ? u32(entryId, 20) : null));
  return 'ok' in node ? node.ok : null;
}
