import { hashText } from '../../spill/text-hash.ts';

/** 128 bits of a hash, as four whole numbers. */
export interface Digest {
  readonly words: Int32Array;
}

const HEXADECIMAL = /^[\da-f]{32}/;

/**
 * The first 128 bits of a SHA-256 in hexadecimal: to make two contents of which these agree takes 2^64 attempts. Of what
 * is no hash, such as the empty text of an item without bytes, as many bits by which equals come together.
 *
 * @param into is written, so that it costs no object
 */
export function digestOf(hash: string, into: Digest): Int32Array {
  const { words } = into;
  if (HEXADECIMAL.test(hash)) {
    for (let at = 0; at < 4; at++) words[at] = Number.parseInt(hash.slice(8 * at, 8 * at + 8), 16);
    return words;
  }
  const hashed = { high: 0, low: 0 };
  hashText(hash, hashed);
  [words[0], words[1]] = [hashed.high, hashed.low];
  hashText(`${hash} `, hashed);
  [words[2], words[3]] = [hashed.high, hashed.low];
  return words;
}
