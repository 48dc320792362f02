import { crc32 } from 'node:zlib';
import type { Defect } from '../../../model/index.ts';
import { asBuffer } from '../../binary/as-buffer.ts';
import { u32 } from '../../binary/zero-filled-numbers.ts';
import { decodeCharset } from '../../text/charset.ts';
import { guessNameCharset } from '../../text/guess-charset.ts';
import { FLAG_UTF8, type ZipEntry } from './entry.ts';
import { extraField } from './extra-fields.ts';

/** A name as Unicode. */
export interface DecodedName {
  readonly text: string;
  readonly defects: readonly Defect[];
  /** True when the encoding was a guess, so that the raw bytes are worth keeping. */
  readonly guessed: boolean;
}

/**
 * The entry's name as Unicode. In order: the Info-ZIP Unicode path (0x7075) when its checksum matches
 * the name, the UTF-8 bit, bytes that are valid UTF-8 although unmarked, code page 437 or the charset
 * in which it reads as a language by far the best.
 */
export function decodeName(entry: ZipEntry): DecodedName {
  const unicode = unicodePath(entry);
  if (unicode !== null) return { text: unicode, defects: [], guessed: false };
  if (isAscii(entry.name)) {
    return { text: Buffer.from(entry.name).toString('latin1'), defects: [], guessed: false };
  }
  const utf8 = decodeUtf8(entry.name);
  const marked = (entry.flags & FLAG_UTF8) !== 0;
  if (utf8 !== null) {
    const defects = marked ? [] : [{ code: 'zip-name-utf8-unmarked' }];
    return { text: utf8, defects, guessed: !marked };
  }
  const defects = marked ? [{ code: 'zip-name-not-utf8' }] : [];
  return { text: decodeUnmarked(entry.name), defects, guessed: true };
}

/** Bytes of a comment, which carries no mark of its own, as text. */
export function decodeComment(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? decodeUnmarked(bytes);
}

function unicodePath(entry: ZipEntry): string | null {
  const field = extraField(entry.extra, 0x7075);
  if (field === null || field.length < 6 || field[0] !== 1) return null;
  return u32(field, 1) === crc32(entry.name) ? decodeUtf8(field.subarray(5)) : null;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7e) return false;
  return true;
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** APPNOTE appendix D says code page 437 for names without the UTF-8 bit; packers write the one of the machine. */
function decodeUnmarked(bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  return decodeCharset(buffer, guessNameCharset(buffer));
}
