import { attempt } from '../binary/fail.ts';
import { u32 } from '../binary/little-endian.ts';
import { streamOf } from '../binary/stream.ts';
import type { Cfb, CfbEntry } from '../cfb/cfb.ts';
import type { RawProperty } from '../mapi/property-bag.ts';
import { TYPE } from '../mapi/tags.ts';

/** Bytes before the first entry of a property stream, MS-OXMSG 2.4.1. */
export const PROPERTIES_HEADER = { message: 32, embedded: 24, part: 8 } as const;

const PROPERTIES_STREAM = '__properties_version1.0';
const VALUE_STREAM = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i;
const FIXED = new Set<number>([
  TYPE.short,
  TYPE.long,
  TYPE.float,
  TYPE.double,
  TYPE.currency,
  TYPE.appTime,
  TYPE.error,
  TYPE.boolean,
  TYPE.longLong,
  TYPE.time,
]);

/**
 * The properties of a storage (MS-OXMSG 2.4): those of fixed size stand in its property stream, each other
 * one has a stream named by its tag. The streams are believed over the property stream: a file whose
 * property stream is broken still gives its text.
 */
export function readProperties(
  cfb: Cfb,
  storage: CfbEntry,
  headerBytes: number,
): ReadonlyMap<number, RawProperty> {
  const properties = new Map<number, RawProperty>();
  for (const entry of storage.children) {
    const name = entry.path.at(-1) ?? '';
    if (name.toLowerCase() === PROPERTIES_STREAM)
      attempt(() => addFixed(properties, cfb.read(entry), headerBytes));
    const tag = VALUE_STREAM.exec(name);
    if (tag === null) continue;
    const id = Number.parseInt(tag[1] ?? '', 16);
    const type = Number.parseInt(tag[2] ?? '', 16);
    // Some files hold a text both as 8-bit and as Unicode: the latter loses nothing.
    if (properties.get(id)?.type === TYPE.unicode) continue;
    properties.set(id, { id, type, open: () => cfb.stream(entry) });
  }
  return properties;
}

function addFixed(properties: Map<number, RawProperty>, bytes: Uint8Array, headerBytes: number): void {
  for (let at = headerBytes; at + 16 <= bytes.length; at += 16) {
    const tag = u32(bytes, at);
    const id = tag >>> 16;
    const type = tag & 0xffff;
    if (!FIXED.has(type) || properties.has(id)) continue;
    const value = bytes.subarray(at + 8, at + 16);
    properties.set(id, { id, type, open: () => streamOf(value) });
  }
}
