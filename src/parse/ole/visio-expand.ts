const WINDOW = 4096;
/** Where the window begins to be filled: back references count from here. */
const SHIFT = 18;

/**
 * What Visio compressed: flags of eight steps, a set bit for a byte as it is, a clear one for two bytes that name a place in
 * the last 4,096 bytes and a length of 3 to 18. At most `most` bytes come out.
 */
export function expandVisio(packed: Buffer, most: number): Buffer {
  const window = Buffer.alloc(WINDOW);
  // Two bytes and their flag give eighteen at most.
  const out = Buffer.alloc(Math.min(most, packed.length * 9));
  let length = 0;
  const put = (byte: number) => {
    window[length & (WINDOW - 1)] = byte;
    if (length < out.length) out[length++] = byte;
  };
  for (let at = 0; at < packed.length && length < out.length; ) {
    const flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && length < out.length; bit++) {
      if (((flags >> bit) & 1) === 1) put(packed[at++] ?? 0);
      else if (at + 1 >= packed.length) at = packed.length;
      else {
        const [low, high] = [packed[at++] ?? 0, packed[at++] ?? 0];
        const from = (((high & 0xf0) << 4) | low) + SHIFT;
        for (let step = 0; step < (high & 15) + 3; step++) put(window[(from + step) & (WINDOW - 1)] ?? 0);
      }
    }
  }
  return out.subarray(0, length);
}
