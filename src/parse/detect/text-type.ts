import { asBuffer } from '../binary/as-buffer.ts';
import { readsAsLanguage } from '../text/guess-charset.ts';
import { textOfUtf32, utf16Order, utf32Order } from '../text/wide.ts';
import { archive, document, image, type Match, other } from './detection.ts';

/** How much of the beginning the rules for text look at. */
const SEEN = 4096;

/** Text of what kind, or null when the bytes are no text. `extension` decides where several would do. */
export function textType(head: Uint8Array, extension: string): Match | null {
  const text = asText(head.subarray(0, SEEN));
  if (text === null) return null;
  const start = text.trimStart();
  for (const [pattern, match] of BY_BEGINNING) if (pattern.test(start)) return match;
  if (start.startsWith('<')) return markupType(start);
  if (/^[[{]/.test(start) && isJson(start)) return document('application/json');
  if (looksLikeHtml(start)) return document('text/html');
  return BY_EXTENSION[extension] ?? (isTable(text) ? document('text/csv') : document('text/plain'));
}

const ARMOUR = '-----BEGIN PGP ';

const BY_BEGINNING: readonly (readonly [RegExp, Match])[] = [
  [/^BEGIN:VCALENDAR\b/i, document('text/calendar')],
  [/^BEGIN:VCARD\b/i, document('text/vcard')],
  [/^\{\\rtf/, document('application/rtf')],
  [new RegExp(`^${ARMOUR}MESSAGE-----`), other('application/pgp-encrypted')],
  [new RegExp(`^${ARMOUR}SIGNED MESSAGE-----`), document('text/x-pgp-signed')],
  [new RegExp(`^${ARMOUR}SIGNATURE-----`), other('application/pgp-signature')],
  [new RegExp(`^${ARMOUR}(?:PUBLIC|PRIVATE) KEY BLOCK-----`), other('application/pgp-keys')],
  [/^-----BEGIN (?:PKCS7|CMS)-----/, other('application/pkcs7-mime')],
  [/^-----BEGIN (?:TRUSTED )?CERTIFICATE-----/, other('application/pkix-cert')],
  [/^-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----/, other('application/x-pem-key')],
  [/^\(This file must be converted with BinHex/, archiveLike('application/mac-binhex40')],
  [/^begin [0-7]{3,4} \S/, archiveLike('text/x-uuencode')],
  [/^=ybegin /, archiveLike('text/x-yenc')],
  [/^<\?xpacket/, document('application/rdf+xml')],
  [/^#!\s?\//, document('text/x-script')],
  [/^%!PS/, document('application/postscript')],
];

/** Text that stands for a file; no reader of its own, kept as what it is. */
function archiveLike(type: string): Match {
  return { ...archive(type, 'zip'), kind: 'other', container: null };
}

/** Names that say more than plain text can. */
const BY_EXTENSION: Readonly<Record<string, Match>> = {
  csv: document('text/csv'),
  tsv: document('text/tab-separated-values'),
  html: document('text/html'),
  htm: document('text/html'),
  md: document('text/markdown'),
  css: document('text/css'),
  js: document('text/javascript'),
  json: document('application/json'),
  xml: document('text/xml'),
};

/** OpenDocument in one file of XML (1.3 part 3, 2.2.1), which says what it is. */
const FLAT = /\soffice:mimetype="(application\/vnd\.oasis\.opendocument\.[a-z-]{1,40})"/;

function markupType(start: string): Match {
  const beginning = start.slice(0, 2048);
  const root = /<([A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})/.exec(
    beginning.replace(/<\?[^>]{0,500}>/, ''),
  );
  const name = root?.[2]?.toLowerCase() ?? '';
  if (name === 'svg') return image('image/svg+xml');
  if (name === 'html' || /^<!doctype html/i.test(start)) return document('text/html');
  const flat = name === 'document' ? FLAT.exec(start)?.[1] : undefined;
  if (flat !== undefined) return document(`${flat}-flat-xml`);
  if (name === 'xmpmeta' || name === 'rdf') return document('application/rdf+xml');
  if (/^<\?xml\b/i.test(start)) return document('text/xml');
  return looksLikeHtml(start) ? document('text/html') : document('text/xml');
}

/** A tag only HTML has, near the beginning. Mail clients save bodies without any html element. */
function looksLikeHtml(start: string): boolean {
  // Japanese in seven bits (RFC 1468) has letters of ASCII that mean no tags.
  if (start.includes('\x1b$')) return false;
  return /^(?:[^<]{0,200})<(?:!doctype html|html|head|body|title|meta|table|div|p|br|font|style|script|a href|img|span|center|b)\b[^<]{0,400}>/i.test(
    start.slice(0, 1024),
  );
}

/** The first tokens are JSON's. A whole parse would need the whole file. */
function isJson(start: string): boolean {
  return /^(?:\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\}\s*$)|\[\s*(?:[[{"\d-]|true|false|null|\]\s*$))/.test(
    start,
  );
}

/** At least three lines with the same number (two or more) of one separator. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/)
    .slice(0, 12)
    .filter((line) => line !== '');
  if (lines.length < 4) return false;
  const complete = lines.slice(0, -1);
  for (const separator of [';', '\t', ',']) {
    const counts = complete.map((line) => line.replace(/"[^"]{0,1000}"/g, '').split(separator).length - 1);
    if ((counts[0] ?? 0) >= 2 && counts.every((count) => count === counts[0])) return true;
  }
  return false;
}

/** The bytes as text, roughly, when they are text in any charset; else null. */
function asText(bytes: Uint8Array): string | null {
  const buffer = asBuffer(bytes);
  const wider = utf32Order(bytes);
  if (wider !== null) return textIfPlain(textOfUtf32(bytes, wider));
  const wide = utf16Order(bytes);
  if (wide === 'le') return textIfPlain(buffer.toString('utf16le'));
  if (wide === 'be') {
    const even = Buffer.from(buffer.subarray(0, bytes.length & ~1));
    return textIfPlain(even.swap16().toString('utf16le'));
  }
  if (!isPlain(bytes)) return null;
  return buffer.toString('latin1', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

function textIfPlain(text: string): string | null {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0 || (code < 0x20 && !isWhite(code)) || code === 0xfffe || code === 0xffff) controls++;
  }
  return controls * 50 > text.length ? null : text.replace(/^\ufeff/, '');
}

/**
 * No zero byte and next to no control characters. Compressed or encrypted bytes have 10 % of them; texts in
 * Shift_JIS, KOI8 or ISO-2022 have none but ESC.
 */
function isPlain(bytes: Uint8Array): boolean {
  let [controls, high] = [0, 0];
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 0x20 ? !isWhite(byte) && !isShift(byte) : byte === 0x7f) controls++;
    else if (byte >= 0x80) high++;
  }
  if (controls * 100 > bytes.length) return false;
  // A few dozen bytes of noise can be free of controls by chance; then they must at least be UTF-8, or
  // read as a language.
  return (
    bytes.length >= 200 ||
    high === 0 ||
    Buffer.from(bytes).toString('utf8').indexOf('\ufffd') < 0 ||
    (controls === 0 && (high * 3 < bytes.length || readsAsLanguage(Buffer.from(bytes))))
  );
}

/** ESC, and what goes to Korean and back in ISO-2022-KR (RFC 1557). */
function isShift(code: number): boolean {
  return code === 0x1b || code === 0x0e || code === 0x0f;
}

function isWhite(code: number): boolean {
  return code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
}
