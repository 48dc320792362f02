/** Unsigned little-endian integers out of untrusted bytes; reading past the end stops the item. */
import { fail } from './fail.ts';

/** One byte. Throws outside of the bytes. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? outside(at);
}

/** Two bytes, the low one first. Throws outside of the bytes: `attempt` makes a failure of it. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? outside(at)) | ((bytes[at + 1] ?? outside(at)) << 8);
}

/** Four bytes, the low one first, from 0 to 2^32 - 1. */
export function u32(bytes: Uint8Array, at: number): number {
  const high = bytes[at + 3] ?? outside(at);
  return (u16(bytes, at) | ((bytes[at + 2] ?? 0) << 16) | (high << 24)) >>> 0;
}

/** Four bytes in two's complement. */
export function i32(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) | 0;
}

/** Exact up to 2^53; an offset or size beyond that cannot be real. */
export function u64(bytes: Uint8Array, at: number): number {
  const high = u32(bytes, at + 4);
  if (high > 0x1fffff) fail('malformed', `A 64-bit number at ${at} is out of any real range.`);
  return high * 0x1_0000_0000 + u32(bytes, at);
}

/** A part of `bytes`, all of which must exist. */
export function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at < 0 || length < 0 || at + length > bytes.length) outside(at);
  return bytes.subarray(at, at + length);
}

function outside(at: number): never {
  return fail('malformed', `A structure points to byte ${at}, outside of its block.`);
}
