import { u16, u32 } from '../../binary/zero-filled-numbers.ts';
import { fileTime, unixTime } from '../time-facts.ts';

/** The data of the first extra field with this header id (APPNOTE 4.5), or null. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = u16(extra, at + 2);
    if (u16(extra, at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/**
 * What the extra fields say of times and owners, beyond the two-second DOS time: NTFS (0x000a, UTC to
 * 100 ns), Info-ZIP extended timestamp (0x5455, UTC seconds), old Info-ZIP Unix (0x5855), owner ids
 * (0x7875). The local header's fields hold more times than the central ones.
 */
export function extraFacts(extra: Uint8Array): Record<string, string> {
  const facts: Record<string, string> = {};
  const note = (name: string, value: string | undefined): void => {
    if (value !== undefined) facts[name] = value;
  };
  const ux = extraField(extra, 0x5855);
  if (ux && ux.length >= 8) {
    note('accessed', unixTime(u32(ux, 0) | 0));
    note('modified', unixTime(u32(ux, 4) | 0));
  }
  const ut = extraField(extra, 0x5455);
  if (ut && ut.length >= 5) noteUniversalTimes(ut, note);
  const ntfs = extraField(extra, 0x000a);
  if (ntfs && ntfs.length >= 32 && u16(ntfs, 4) === 1) {
    note('modified', fileTime(ntfs, 8));
    note('accessed', fileTime(ntfs, 16));
    note('created', fileTime(ntfs, 24));
  }
  const owner = extraField(extra, 0x7875);
  if (owner && owner.length >= 3) noteOwner(owner, note);
  return facts;
}

type Note = (name: string, value: string | undefined) => void;

function noteUniversalTimes(ut: Uint8Array, note: Note): void {
  const present = ut[0] ?? 0;
  let at = 1;
  for (const [bit, name] of [
    [1, 'modified'],
    [2, 'accessed'],
    [4, 'created'],
  ] as const) {
    if ((present & bit) === 0 || at + 4 > ut.length) continue;
    note(name, unixTime(u32(ut, at) | 0));
    at += 4;
  }
}

/** Version 1, then a length-prefixed little-endian uid and gid. */
function noteOwner(owner: Uint8Array, note: Note): void {
  const uidLength = owner[1] ?? 0;
  const gidLength = owner[2 + uidLength] ?? 0;
  if (uidLength > 8 || gidLength > 8 || owner.length < 3 + uidLength + gidLength) return;
  const number = (at: number, length: number): string => {
    let value = 0n;
    for (let byte = length - 1; byte >= 0; byte--) value = (value << 8n) | BigInt(owner[at + byte] ?? 0);
    return value.toString();
  };
  note('uid', number(2, uidLength));
  note('gid', number(3 + uidLength, gidLength));
}
