/** Strings of bytes: the demo is composed as Latin-1 strings, one character a byte, and written as such. */

/** Text as a binary string of its UTF-8, one character a byte. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** A binary string as bytes. */
export function toBytes(binary: string): Buffer {
  return Buffer.from(binary, 'latin1');
}

/** Numbers from 0 to 1 by mulberry32, the same for one seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
