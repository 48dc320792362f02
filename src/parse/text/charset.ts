/** Bytes to Unicode: every encoding of the WHATWG standard, plus the names and encodings mail adds. */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeDosPage, decodeHz, decodeIso2022Kr, decodeUtf7 } from './charset-legacy.ts';

/**
 * Decodes bytes under the charset name a message gives. Never throws: an unknown name, or `us-ascii`
 * over 8-bit bytes, is decoded as UTF-8 where valid, else as windows-1252 (what mail clients do).
 */
export function decodeCharset(bytes: Uint8Array, label: string): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const marked = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const name = marked ? 'utf-8' : charsetName(label); // as in the WHATWG standard, the mark wins
  if (name === 'utf-8') return decodeUtf8(buffer);
  if (name === '') return decodeUnlabelled(buffer);
  if (!NOT_ASCII_COMPATIBLE.has(name) && isAscii(buffer)) return buffer.toString('latin1');
  switch (name) {
    case 'utf-7':
      return decodeUtf7(buffer.toString('latin1'));
    case 'ibm437':
    case 'ibm850':
      return decodeDosPage(buffer, name);
    case 'hz-gb-2312':
      return decodeHz(buffer, (gbk) => decoder('gbk').decode(gbk));
    case 'iso-2022-kr':
      return decodeIso2022Kr(buffer, (euc) => decoder('euc-kr').decode(euc));
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(buffer, name);
    case 'iso-2022-jp':
      return fromIso2022Jp(buffer);
    default:
      return decoder(isMislabelledUtf8(buffer, name) ? 'utf-8' : name).decode(buffer);
  }
}

/**
 * UTF-8 under the name of a charset of one byte a letter, which programs write that re-encode a text and forget its
 * label. Letters of those charsets do not fall into valid sequences from end to end: `é` alone is none.
 */
function isMislabelledUtf8(buffer: Buffer, name: string): boolean {
  return ONE_BYTE.test(name) && isUtf8(buffer);
}

const ONE_BYTE = /^(?:windows-125|windows-874|iso-8859-|koi8-|macintosh|x-mac|ibm866)/;

/** Bytes without a declared charset: UTF-8 where valid, ISO-2022-JP by its escapes, else windows-1252. */
export function decodeUnlabelled(buffer: Buffer): string {
  if (isAscii(buffer)) return buffer.includes(JAPANESE) ? fromIso2022Jp(buffer) : buffer.toString('latin1');
  return isUtf8(buffer) ? stripMark(buffer.toString('utf8')) : decoder('windows-1252').decode(buffer);
}

/**
 * The canonical name for a label as mail spells it, or '' when it means "unknown" or "ASCII".
 * Known names are WHATWG's, plus `utf-7`, `hz-gb-2312`, `iso-2022-kr`, `ibm437` and `ibm850`.
 */
export function charsetName(label: string): string {
  const cached = names.get(label);
  if (cached !== undefined) return cached;
  const found = resolveName(label);
  if (names.size < CACHE_SIZE && label.length < 64) names.set(label, found);
  return found;
}

/** Labels are the sender's: without a bound, a dump of random labels would fill the heap. */
const CACHE_SIZE = 1000;
const names = new Map<string, string>();
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

/** What mail calls encodings that the WHATWG standard knows by other names, or not at all. */
const MAIL_NAMES: Readonly<Record<string, string>> = {
  'utf-7': 'utf-7',
  utf7: 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  'hz-gb-2312': 'hz-gb-2312',
  hz: 'hz-gb-2312',
  'iso-2022-kr': 'iso-2022-kr',
  csiso2022kr: 'iso-2022-kr',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  ibm437: 'ibm437',
  ibm850: 'ibm850',
  ibm858: 'ibm850',
  cp367: '',
  ascii: '',
  'us-ascii': '',
  'ansi_x3.4-1968': '',
  '646': '',
  'iso646-us': '',
  'unknown-8bit': '',
  'x-unknown': '',
  unknown: '',
  '8bit': '',
  '7bit': '',
  binary: '',
  default: '',
  utf8mb4: 'utf-8',
  'utf8-mac': 'utf-8',
  utf: 'utf-8',
  'cesu-8': 'utf-8',
  'utf-16': 'utf-16le',
  cp932: 'shift_jis',
  'x-ms932': 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  gb: 'gbk',
  gb_18030: 'gb18030',
  gb18030_2000: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  johab: 'euc-kr',
  cp950: 'big5',
  ms950: 'big5',
  'big5-hkscs': 'big5',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  'koi8-ru': 'koi8-u',
  koi8u: 'koi8-u',
  ansi: 'windows-1252',
  latin: 'windows-1252',
  'latin-1': 'windows-1252',
  'latin-2': 'iso-8859-2',
  'latin-9': 'iso-8859-15',
  latin9: 'iso-8859-15',
  'x-mac-ce': 'macintosh',
  'x-mac-centraleurope': 'macintosh',
  'x-roman8': 'windows-1252',
};

function resolveName(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["';,]+$/g, '')
    .replace(/(?:;|\/\/|\*).*$/s, '')
    .trim();
  for (const form of spellings(plain)) {
    const mail = MAIL_NAMES[form];
    if (mail !== undefined) return mail;
    const encoding = whatwgName(form);
    if (encoding !== null) return encoding;
  }
  return '';
}

/** `iso_8859_1`, `iso8859-1`, `windows1252`, `win-1252`, `cp_1252`, `x-cp1252`: one name, many spellings. */
function spellings(plain: string): string[] {
  const dashed = plain.replace(/[_ .]/g, '-');
  return [
    plain,
    dashed,
    dashed.replace(/^(?:x-)?iso-?(\d+)-(\w+)$/, 'iso-$1-$2'),
    dashed.replace(/^(?:x-)?(?:windows|win|cp|ms|ibm)-?(\d+)$/, 'windows-$1'),
    dashed.replace(/^(?:x-)?(?:windows|win|cp|ms|ibm)-?(\d+)$/, 'cp$1'),
    dashed.replace(/^(?:x-)?(?:windows|win|cp|ms|ibm)-?(\d+)$/, 'ibm$1'),
    dashed.replace(/^utf-?(\d+)(\w*)$/, 'utf-$1$2'),
    dashed.replace(/^x-/, ''),
  ];
}

function whatwgName(form: string): string | null {
  try {
    return new TextDecoder(form).encoding;
  } catch {
    return null; // The only way the platform tells that it does not know a label.
  }
}

function decoder(name: string): TextDecoder {
  let found = decoders.get(name);
  if (found === undefined) {
    found = new TextDecoder(name);
    decoders.set(name, found);
  }
  return found;
}

/**
 * UTF-8 as declared; but bytes that hold no valid sequence beyond ASCII were never UTF-8: windows-1252
 * text behind a wrong label is common, and replacement characters would lose it.
 */
function decodeUtf8(buffer: Buffer): string {
  if (isAscii(buffer)) return buffer.toString('latin1');
  const text = stripMark(buffer.toString('utf8'));
  if (!text.includes('\ufffd') || isUtf8(buffer)) return text;
  return /[\x80-\ufffc\ufffe\uffff]/.test(text) ? text : decoder('windows-1252').decode(buffer);
}

const ESCAPE = 0x1b;

/** To JIS X 0208 (RFC 1468): the one charset that seven bits give away. */
const JAPANESE = Buffer.from('\x1b$B');

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
