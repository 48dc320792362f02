import { hash } from 'node:crypto';
import type { ItemRole } from '../model/index.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** 13 characters of 5 bits: 65 bits, short enough to be typed and unlike any word. */
export const ID_LENGTH = 13;

/** Length of the id an item gets when its short one is taken. See `itemId`. */
export const LONG_ID_LENGTH = 26;

/**
 * The id of the item at a path: base32 (RFC 4648, lower case, no padding) of SHA-256 of `role:path`, cut to
 * `length` characters. It depends on nothing else, so an interrupted and an undisturbed sift give the
 * same ids.
 *
 * 65 bits stand against accidents. Who writes the names inside a dump can search two paths with one short
 * id (2^33 hashes) to make one item hide the other; the store then gives the second its long id.
 */
export function itemId(role: ItemRole, path: string, length = ID_LENGTH): string {
  const digest = hash('sha256', `${role}:${path}`, 'buffer');
  let id = '';
  let held = 0;
  let bits = 0;
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += ALPHABET[(held >>> bits) & 31];
      if (id.length === length) return id;
    }
    held &= (1 << bits) - 1;
  }
  return id;
}
