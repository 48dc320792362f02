/** Bits of the table: of a file of a megabyte one in sixteen is set. */
const BITS = 24;
const WINDOW = 8;

/**
 * Which eight bytes follow one another somewhere in a file, roughly: thousands of values are looked for in one pass over the
 * bytes. `may` is true for all that is there, and for one in sixteen that is not.
 */
export function byteWindows(bytes: Buffer): { may(wanted: Buffer): boolean } {
  const table = new Uint8Array(2 ** (BITS - 3));
  for (let at = 0; at + WINDOW <= bytes.length; at += 1) {
    const slot = slotOf(bytes, at);
    table[slot >>> 3] = (table[slot >>> 3] ?? 0) | (1 << (slot & 7));
  }
  return {
    may(wanted) {
      if (wanted.length < WINDOW) return true;
      const slot = slotOf(wanted, 0);
      return ((table[slot >>> 3] ?? 0) & (1 << (slot & 7))) !== 0;
    },
  };
}

function slotOf(bytes: Buffer, at: number): number {
  const mixed =
    Math.imul(bytes.readUInt32LE(at), 0x9e3779b1) ^ Math.imul(bytes.readUInt32LE(at + 4), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> (32 - BITS);
}
