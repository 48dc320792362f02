import { fail } from '../binary/fail.ts';
import { slice, u16, u32 } from '../binary/little-endian.ts';
import { streamOf } from '../binary/stream.ts';
import { guidAt, keyOf } from '../mapi/named-properties.ts';
import type { RawProperty } from '../mapi/property-bag.ts';
import { TYPE } from '../mapi/tags.ts';

/** A list of MAPI properties as TNEF encodes them, MS-OXTNEF 2.1.3.4, and where it ends. */
export interface TnefProperties {
  readonly properties: Map<number, RawProperty>;
  /** Ids of the named ones, by `keyOf`. */
  readonly names: ReadonlyMap<string, number>;
  readonly end: number;
}

/** More properties than ids exist. Attack: a count of four thousand million. */
const MOST_PROPERTIES = 0x10000;
const MOST_VALUES = 100_000;
const MULTIPLE = 0x1000;

const FIXED_BYTES: Readonly<Record<number, number>> = {
  [TYPE.short]: 2,
  [TYPE.long]: 4,
  [TYPE.float]: 4,
  [TYPE.double]: 8,
  [TYPE.currency]: 8,
  [TYPE.appTime]: 8,
  [TYPE.error]: 4,
  [TYPE.boolean]: 2,
  [TYPE.longLong]: 8,
  [TYPE.time]: 8,
  [TYPE.guid]: 16,
};
const VARIABLE = new Set<number>([TYPE.string8, TYPE.unicode, TYPE.object, TYPE.binary]);

/**
 * Reads a property list. A list that breaks off gives the properties before the break: `broken` says why.
 */
export function readTnefProperties(
  bytes: Uint8Array,
  start: number,
): TnefProperties & { readonly broken: string | null } {
  const properties = new Map<number, RawProperty>();
  const names = new Map<string, number>();
  let at = start;
  try {
    const count = u32(bytes, at);
    if (count > MOST_PROPERTIES)
      fail('malformed', 'A property list claims more properties than there are ids.');
    at += 4;
    for (let index = 0; index < count; index++) at = readOne(bytes, at, properties, names);
    return { properties, names, end: at, broken: null };
  } catch (error) {
    return {
      properties,
      names,
      end: bytes.length,
      broken: error instanceof Error ? error.message : 'unknown',
    };
  }
}

function readOne(
  bytes: Uint8Array,
  start: number,
  properties: Map<number, RawProperty>,
  names: Map<string, number>,
): number {
  const type = u16(bytes, start);
  const id = u16(bytes, start + 2);
  let at = start + 4;
  if (id >= 0x8000) at = readName(bytes, at, id, names);
  const single = type & ~MULTIPLE;
  const multiple = (type & MULTIPLE) !== 0;
  let count = 1;
  if (multiple || VARIABLE.has(single)) {
    count = u32(bytes, at);
    at += 4;
    if (count > MOST_VALUES) fail('malformed', 'A property claims more values than any real one.');
  }
  for (let index = 0; index < count; index++) {
    const length = VARIABLE.has(single) ? u32(bytes, at) : fixedBytes(single);
    if (VARIABLE.has(single)) at += 4;
    const value = slice(bytes, at, length);
    at += Math.ceil(length / 4) * 4;
    if (index === 0) properties.set(id, { id, type, open: () => streamOf(value) });
  }
  return at;
}

/** A named property carries its property set and its number or name with it. */
function readName(bytes: Uint8Array, start: number, id: number, names: Map<string, number>): number {
  const set = guidAt(bytes, start);
  if (u32(bytes, start + 16) === 0) {
    names.set(keyOf(set, u32(bytes, start + 20)), id);
    return start + 24;
  }
  const length = u32(bytes, start + 20);
  const name = Buffer.from(slice(bytes, start + 24, length))
    .toString('utf16le')
    .replace(/\0.*$/s, '');
  names.set(keyOf(set, name), id);
  return start + 24 + Math.ceil(length / 4) * 4;
}

function fixedBytes(type: number): number {
  return FIXED_BYTES[type] ?? fail('malformed', `Property type 0x${type.toString(16)} is not known.`);
}
