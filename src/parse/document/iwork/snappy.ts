/**
 * Undoes Snappy without framing (format_description of 2011), as iWork uses it. What comes out is never longer than
 * `most`, nor than the length announced; damage ends it early.
 */
export function unsnappy(packed: Buffer, most: number): Buffer {
  const announced = lengthAt(packed);
  const out = Buffer.allocUnsafe(Math.min(most, announced.length));
  let [at, end] = [announced.next, 0];
  while (at < packed.length && end < out.length) {
    const tag = packed[at++] ?? 0;
    if ((tag & 3) === 0) {
      const { length, next } = literal(packed, at, tag >> 2);
      const written = packed.copy(out, end, next, Math.min(packed.length, next + length));
      if (written < length) return out.subarray(0, end + written);
      [at, end] = [next + length, end + written];
      continue;
    }
    const { length, offset, next } = copyOf(packed, at, tag);
    if (offset === 0 || offset > end) break;
    at = next;
    // Byte by byte: what is copied may overlap itself.
    for (let left = length; left > 0 && end < out.length; left--, end++) out[end] = out[end - offset] ?? 0;
  }
  return out.subarray(0, end);
}

function lengthAt(packed: Buffer): { readonly length: number; readonly next: number } {
  let length = 0;
  for (let at = 0; at < Math.min(5, packed.length); at++) {
    const byte = packed[at] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * at);
    if (byte < 0x80) return { length, next: at + 1 };
  }
  return { length: 0, next: packed.length };
}

/** Above 59 the length stands in the next one to four bytes. */
function literal(
  packed: Buffer,
  at: number,
  code: number,
): { readonly length: number; readonly next: number } {
  if (code < 60) return { length: code + 1, next: at };
  const bytes = Math.min(code - 59, packed.length - at);
  return { length: bytes < 1 ? 0 : packed.readUIntLE(at, bytes) + 1, next: at + bytes };
}

interface Copy {
  readonly length: number;
  readonly offset: number;
  readonly next: number;
}

function copyOf(packed: Buffer, at: number, tag: number): Copy {
  const byte = (ahead: number) => packed[at + ahead] ?? 0;
  if ((tag & 3) === 1)
    return { length: 4 + ((tag >> 2) & 7), offset: ((tag >> 5) << 8) | byte(0), next: at + 1 };
  const length = 1 + (tag >> 2);
  if ((tag & 3) === 2) return { length, offset: byte(0) | (byte(1) << 8), next: at + 2 };
  return { length, offset: byte(0) + byte(1) * 2 ** 8 + byte(2) * 2 ** 16 + byte(3) * 2 ** 24, next: at + 4 };
}
