/** Bytes to Unicode: every encoding of the WHATWG standard, plus the names and encodings mail adds. */

import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { asBuffer } from '../binary/as-buffer.ts';
import { decodeDosPage, decodeHz, decodeIso2022Kr, decodeUtf7 } from './charset-legacy.ts';
import { charsetName } from './charset-names.ts';
import { AGAINST_LABEL, guessCharset } from './guess-charset.ts';

/**
 * Decodes bytes under the charset name a message gives. Never throws: an unknown name, or `us-ascii`
 * over 8-bit bytes, is decoded as UTF-8 where valid, else in the charset in which the bytes read as a language. So is
 * what bears the label of Western Europe, which programs write of themselves, and is absurd under it.
 */
export function decodeCharset(bytes: Uint8Array, label: string): string {
  const buffer = asBuffer(bytes);
  const marked = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const name = marked ? 'utf-8' : charsetName(label); // as in the WHATWG standard, the mark wins
  if (name === 'utf-8') return decodeUtf8(buffer);
  if (name === '') return decodeUnlabelled(buffer);
  if (!NOT_ASCII_COMPATIBLE.has(name) && isAscii(buffer)) return decodeUnlabelled(buffer);
  switch (name) {
    case 'utf-7':
      return decodeUtf7(buffer.toString('latin1'));
    case 'ibm437':
    case 'ibm850':
      return decodeDosPage(buffer, name);
    case 'hz-gb-2312':
      return decodeHz(buffer, (gbk) => decoder('gbk').decode(gbk));
    case 'iso-2022-kr':
      return fromIso2022Kr(buffer);
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(buffer, name);
    case 'iso-2022-jp':
      return fromIso2022Jp(buffer);
    default:
      if (isMislabelledUtf8(buffer, name)) return decoder('utf-8').decode(buffer);
      return name === 'windows-1252' ? decodeGuessed(buffer, AGAINST_LABEL) : decoder(name).decode(buffer);
  }
}

function decodeGuessed(buffer: Buffer, doubt?: number): string {
  const name = guessCharset(buffer, doubt);
  return name === 'ibm850' ? decodeDosPage(buffer, name) : decoder(name).decode(buffer);
}

/**
 * UTF-8 under the name of a charset of one byte a letter, which programs write that re-encode a text and forget its
 * label. Letters of those charsets do not fall into valid sequences from end to end: `é` alone is none.
 */
function isMislabelledUtf8(buffer: Buffer, name: string): boolean {
  return ONE_BYTE.test(name) && isUtf8(buffer);
}

const ONE_BYTE = /^(?:windows-125|windows-874|iso-8859-|koi8-|macintosh|x-mac|ibm866)/;

/** Bytes without a declared charset: UTF-8 where valid, ISO-2022-JP and -KR by their escapes, else as they read best. */
export function decodeUnlabelled(buffer: Buffer): string {
  if (isAscii(buffer)) return decodeSevenBits(buffer);
  return isUtf8(buffer) ? stripMark(buffer.toString('utf8')) : decodeGuessed(buffer);
}

function decodeSevenBits(buffer: Buffer): string {
  if (buffer.includes(JAPANESE)) return fromIso2022Jp(buffer);
  return buffer.includes(KOREAN) ? fromIso2022Kr(buffer) : buffer.toString('latin1');
}

const decoders = new Map<string, TextDecoder>();

/** In these, bytes below 0x80 do not stand for ASCII, so the ASCII short cut must not be taken. */
const NOT_ASCII_COMPATIBLE = new Set([
  'utf-16le',
  'utf-16be',
  'iso-2022-jp',
  'iso-2022-kr',
  'hz-gb-2312',
  'utf-7',
]);

function decoder(name: string): TextDecoder {
  let found = decoders.get(name);
  if (found === undefined) {
    found = new TextDecoder(name);
    decoders.set(name, found);
  }
  return found;
}

/**
 * UTF-8 as declared; but bytes that hold hardly a valid sequence beyond ASCII were never UTF-8: text in another charset
 * behind a wrong label is common, and replacement characters would lose it.
 */
function decodeUtf8(buffer: Buffer): string {
  if (isAscii(buffer)) return decodeUnlabelled(buffer);
  const text = stripMark(buffer.toString('utf8'));
  if (!text.includes('\ufffd') || isUtf8(buffer)) return text;
  return broken(text) ? decodeGuessed(buffer) : text;
}

/** More replacement characters than others beyond ASCII; by chance some pairs of other charsets are valid. */
function broken(text: string): boolean {
  let [bad, good] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code >= 0x80) good++;
  }
  return bad > good;
}

const ESCAPE = 0x1b;

/** To JIS X 0208 (RFC 1468), and what a text in ISO-2022-KR begins with (RFC 1557): seven bits give them away. */
const JAPANESE = Buffer.from('\x1b$B');
const KOREAN = Buffer.from('\x1b$)C');

function fromIso2022Kr(buffer: Buffer): string {
  return decodeIso2022Kr(buffer, (euc) => decoder('euc-kr').decode(euc));
}

function fromIso2022Jp(buffer: Buffer): string {
  return decoder('iso-2022-jp').decode(withoutIdleEscapes(buffer));
}

/** The WHATWG decoder takes an escape right after another for an attack; joined encoded words have them. */
function withoutIdleEscapes(buffer: Buffer): Buffer {
  const out = Buffer.allocUnsafe(buffer.length);
  let length = 0;
  for (let i = 0; i < buffer.length; i++) {
    if (
      buffer[i] === ESCAPE &&
      buffer[i + 3] === ESCAPE &&
      (buffer[i + 1] === 0x28 || buffer[i + 1] === 0x24)
    )
      i += 2;
    else out[length++] = buffer[i] ?? 0;
  }
  return out.subarray(0, length);
}

/** A byte order mark overrules the label (RFC 2781 section 4.3). */
function decodeUtf16(buffer: Buffer, name: string): string {
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decoder('utf-16be').decode(buffer);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decoder('utf-16le').decode(buffer);
  return decoder(name).decode(buffer);
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
