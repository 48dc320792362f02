/** White space and mbox quoting as transports and exports change them, undone on bytes. */

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x3e;

/** Runs of white space become one space, none at either end; `>From ` at a line's begin becomes `From `. */
export function oneSpace(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  const size = bytes.length;
  let length = 0;
  let i = 0;
  let lineStart = (bytes[0] ?? 0) > 0x20;
  while (i < size) {
    const byte = bytes[i] as number;
    if (byte <= 0x20) {
      if (byte === LF || byte === CR) lineStart = true;
      i++;
      continue;
    }
    if (lineStart && byte === QUOTE) i = fromAfterQuotes(bytes, i);
    lineStart = false;
    if (length > 0) out[length++] = 0x20;
    // Never read past the end: one such read makes V8 check every later one.
    for (; i < size; i++) {
      const next = bytes[i] as number;
      if (next <= 0x20) break;
      out[length++] = next;
    }
  }
  return out.subarray(0, length);
}

/** LF line ends, no white space at the end of lines or of the whole; `>From ` becomes `From `. */
export function trimLines(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length + 1);
  const size = bytes.length;
  let length = 0;
  let kept = 0; // end of the last character that is not white space
  for (let i = bytes[0] === QUOTE ? fromAfterQuotes(bytes, 0) : 0; i < size; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === LF || byte === CR) {
      if (byte === CR && bytes[i + 1] === LF) i++;
      length = kept;
      out[length++] = LF;
      kept = length;
      if (bytes[i + 1] === QUOTE) i = fromAfterQuotes(bytes, i + 1) - 1;
      continue;
    }
    out[length++] = byte;
    if (byte !== 0x20 && byte !== 0x09) kept = length;
  }
  length = kept;
  while (length > 0 && out[length - 1] === LF) length--;
  return out.subarray(0, length);
}

/** Offset of `From ` when only `>` stands before it (mboxo, mboxrd), else `at`. */
function fromAfterQuotes(bytes: Buffer, at: number): number {
  let i = at;
  while (bytes[i] === QUOTE) i++;
  const from =
    bytes[i] === 0x46 &&
    bytes[i + 1] === 0x72 &&
    bytes[i + 2] === 0x6f &&
    bytes[i + 3] === 0x6d &&
    bytes[i + 4] === 0x20;
  return from ? i : at;
}
