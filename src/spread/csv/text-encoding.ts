/** Bytes at the beginning that must look like UTF-16 where no byte order mark says so. */
const SAMPLE = 16;

/**
 * What turns the bytes of a file into UTF-8, told from its first chunk; null when they are UTF-8 already, or no text.
 * UTF-16 by its byte order mark, or by a zero beside every letter of the first words; what is no UTF-8 and has no
 * control characters is Windows-1252, as spreadsheets of western Europe save CSV.
 */
export function toUtf8(start: Uint8Array): ((chunk: Uint8Array) => Uint8Array) | null {
  const label = encodingOf(start);
  if (label === null) return null;
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}

function encodingOf(start: Uint8Array): string | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const sample = start.subarray(0, SAMPLE);
  if (sample.length >= 8 && sample.every((byte, i) => (i % 2 === 1 ? byte === 0 : isWritten(byte))))
    return 'utf-16le';
  if (sample.length >= 8 && sample.every((byte, i) => (i % 2 === 0 ? byte === 0 : isWritten(byte))))
    return 'utf-16be';
  return start.every((byte) => byte > 0x7f || isWritten(byte)) && !isUtf8(start) ? 'windows-1252' : null;
}

/** A character of ASCII that stands in texts. */
function isWritten(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** The chunk may end within a character. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
