import { attempt } from '../binary/fail.ts';
import { slice, u16, u32 } from '../binary/little-endian.ts';
import { SET } from './tags.ts';

/** Which property id (0x8000 and up) a store gives to a (property set, number or name) pair. */
export interface NamedProperties {
  idOf(set: string, name: number | string): number | null;
}

/** Of a store without named properties. */
export const NO_NAMES: NamedProperties = { idOf: () => null };

/** Ids from 0x8000 to 0xFFFE: more entries cannot mean anything. Attack: a mapping of gigabytes. */
const MOST_NAMES = 0x7fff;

/**
 * Reads the mapping that PST (MS-PST 2.4.7) and MSG (MS-OXMSG 2.2.3) share: a stream of GUIDs, one of
 * 8-byte entries and one of names. Entries that point nowhere are passed over.
 */
export function readNamedProperties(
  guids: Uint8Array,
  entries: Uint8Array,
  strings: Uint8Array,
): NamedProperties {
  const ids = new Map<string, number>();
  const count = Math.min(MOST_NAMES, Math.floor(entries.length / 8));
  for (let index = 0; index < count; index++) {
    attempt(() => {
      const numberOrOffset = u32(entries, index * 8);
      const kind = u16(entries, index * 8 + 4);
      const name = (kind & 1) === 0 ? numberOrOffset : stringAt(strings, numberOrOffset);
      ids.set(keyOf(setAt(guids, kind >> 1), name), 0x8000 + u16(entries, index * 8 + 6));
    });
  }
  return namesOf(ids);
}

/** The mapping as a look-up, for readers that meet names one by one (TNEF). */
export function namesOf(ids: ReadonlyMap<string, number>): NamedProperties {
  return { idOf: (set, name) => ids.get(keyOf(set, name)) ?? null };
}

/** How a named property is looked up: its property set, and its number in hex or its name in lower case. */
export function keyOf(set: string, name: number | string): string {
  return `${set}/${typeof name === 'number' ? name.toString(16) : name.toLowerCase()}`;
}

/** A GUID in its usual spelling; the first three groups are stored little-endian. */
export function guidAt(bytes: Uint8Array, at: number): string {
  const hex = (from: number, length: number) => Buffer.from(slice(bytes, at + from, length)).toString('hex');
  const turned = (from: number, length: number) =>
    Buffer.from(slice(bytes, at + from, length))
      .reverse()
      .toString('hex');
  return `${turned(0, 4)}-${turned(4, 2)}-${turned(6, 2)}-${hex(8, 2)}-${hex(10, 6)}`;
}

function setAt(guids: Uint8Array, index: number): string {
  if (index === 1) return SET.mapi;
  if (index === 2) return SET.publicStrings;
  return index === 0 ? '' : guidAt(guids, (index - 3) * 16);
}

function stringAt(strings: Uint8Array, offset: number): string {
  return Buffer.from(slice(strings, offset + 4, u32(strings, offset))).toString('utf16le');
}
