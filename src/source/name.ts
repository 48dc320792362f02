/**
 * File names on Unix are bytes, not text. A leak brings names in Latin-1, cp437 or Shift_JIS beside UTF-8,
 * and they must survive JSON and SQLite, which lone surrogates (Python's way, PEP 383) do not. So each byte
 * that is not UTF-8 becomes one private-use character, U+F700 + byte. Characters of that range that stand in
 * a name in earnest are written byte by byte the same way, which keeps the mapping one to one.
 */
const ESCAPE = 0xf700;
const ESCAPED = /[\uf700-\uf7ff]/;
const ESCAPED_ALL = /[\uf700-\uf7ff]/g;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/** Text for a name given as bytes (one char per byte, "latin1" as Node calls it); `nativePath` undoes it. */
export function textOfName(latin1: string): string {
  if (isAscii(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  const text = decodeUtf8(bytes);
  if (text !== null && !ESCAPED.test(text)) return text;
  return escapeBytes(bytes);
}

/** What to hand to node:fs for a path in this form: the string itself, or its bytes where it must be. */
export function nativePath(path: string): string | Buffer {
  if (!ESCAPED.test(path)) return path;
  const pieces: Buffer[] = [];
  let plain = 0;
  for (const match of path.matchAll(ESCAPED_ALL)) {
    pieces.push(Buffer.from(path.slice(plain, match.index)), Buffer.of(match[0].charCodeAt(0) - ESCAPE));
    plain = match.index + 1;
  }
  pieces.push(Buffer.from(path.slice(plain)));
  return Buffer.concat(pieces);
}

/** The same name for a reader: bytes that are not UTF-8 are shown as windows-1252, the likeliest. */
export function readableName(text: string): string {
  return text.replace(ESCAPED_ALL, (char) => windows1252.decode(Uint8Array.of(char.charCodeAt(0) - ESCAPE)));
}

/** The same name without guessing: bytes that are not UTF-8 as %E9, for when two readable names collide. */
export function percentName(text: string): string {
  return text.replace(ESCAPED_ALL, (char) => `%${(char.charCodeAt(0) - ESCAPE).toString(16).toUpperCase()}`);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function escapeBytes(bytes: Uint8Array): string {
  let text = '';
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes[i] ?? 0);
    const char = length === 0 ? null : decodeUtf8(bytes.subarray(i, i + length));
    if (char === null || char === '' || ESCAPED.test(char)) {
      text += String.fromCharCode(ESCAPE + (bytes[i] ?? 0));
      i++;
    } else {
      text += char;
      i += length;
    }
  }
  return text;
}

/** Bytes a UTF-8 sequence has by its first byte; 0 when no sequence begins so (RFC 3629). */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
