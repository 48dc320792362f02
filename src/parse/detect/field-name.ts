/**
 * The names of header fields that open real messages: those of RFC 5322, 2045, 2369, 5536 and the registry,
 * and the ones mail systems put on top. A name from this list counts far more than any word before a colon.
 */
const KNOWN_FIELDS = new Set(
  (
    'from to cc bcc subject date sender reply-to message-id in-reply-to references return-path received ' +
    'delivered-to envelope-to original-recipient resent-from resent-to resent-date resent-message-id ' +
    'resent-sender mime-version content-type content-transfer-encoding content-disposition content-id ' +
    'content-description content-language content-length content-class content-location dkim-signature ' +
    'domainkey-signature authentication-results received-spf arc-seal arc-message-signature ' +
    'arc-authentication-results list-id list-unsubscribe list-post list-help list-subscribe list-archive ' +
    'precedence priority importance status lines user-agent organization comments keywords newsgroups path ' +
    'xref errors-to mail-followup-to apparently-to approved mailing-list thread-topic thread-index ' +
    'auto-submitted disposition-notification-to return-receipt-to delivery-date posted-date ' +
    'envelope-from envelope-recipient fcc bcc autocrypt message-context feedback-id followup-to ' +
    'nntp-posting-host distribution expires supersedes control sensitivity references encoding'
  ).split(' '),
);

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;
const SPACE = 0x20;
const TAB = 0x09;

/** RFC 5322 sets no limit; the longest in 18,000 real messages has 63 characters. */
const LONGEST_NAME = 100;

/**
 * - `known`: a field whose name is that of a mail header (or begins with X-, as in RFC 822).
 * - `like`: printable ASCII, a colon: the grammar of a field (RFC 5322, 3.6.8) with a name nobody knows.
 * - `folded`: begins with white space and has something after it.
 * - `blank`: empty or only white space.
 * - `end`: there are no bytes any more.
 * - `no`: none of these.
 */
export type LineLikeness = 'known' | 'like' | 'folded' | 'blank' | 'end' | 'no';

/** What the line that begins at `at` would be in a header block. */
export function likenessOf(bytes: Uint8Array, at: number): LineLikeness {
  if (at >= bytes.length) return 'end';
  const first = bytes[at] ?? 0;
  if (first === SPACE || first === TAB || first === LF || first === CR) return blankOrFolded(bytes, at);
  const colon = nameEnd(bytes, at);
  if (colon < 0) return 'no';
  return isKnownField(bytes, at, colon) ? 'known' : 'like';
}

/** The name of the field that begins at `at`, in lower case. */
export function fieldNameAt(bytes: Uint8Array, at: number): string {
  const end = nameEnd(bytes, at);
  let name = '';
  for (let i = at; i < end; i++) {
    const byte = bytes[i] ?? 0;
    name += String.fromCharCode(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
  }
  return name;
}

/** The offset just after the line that begins at `at`, whatever its line end; `limit` when none comes. */
export function nextLine(bytes: Uint8Array, at: number, limit: number): number {
  for (let i = at; i < limit; i++) {
    const byte = bytes[i];
    if (byte === LF) return i + 1;
    if (byte === CR) return bytes[i + 1] === LF ? i + 2 : i + 1;
  }
  return limit;
}

/** Offset where the name of the field at `at` ends (before white space and colon), or -1 when it is no field. */
function nameEnd(bytes: Uint8Array, at: number): number {
  const limit = Math.min(bytes.length, at + LONGEST_NAME);
  let i = at;
  while (i < limit && isNameByte(bytes[i] ?? 0)) i++;
  if (i === at) return -1;
  const end = i;
  // White space before the colon was legal in RFC 822 and is still written (obs-optional, RFC 5322, 4.5.8).
  while (i < limit && (bytes[i] === SPACE || bytes[i] === TAB)) i++;
  return bytes[i] === COLON ? end : -1;
}

function isNameByte(byte: number): boolean {
  return byte > SPACE && byte < 0x7f && byte !== COLON;
}

function isKnownField(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 40) return isExtension(bytes, start);
  let name = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    name += String.fromCharCode(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
  }
  return KNOWN_FIELDS.has(name) || isExtension(bytes, start);
}

/** X-anything: RFC 822, 4.7.4. A single letter X followed by a colon is not one. */
function isExtension(bytes: Uint8Array, start: number): boolean {
  return ((bytes[start] ?? 0) | 0x20) === 0x78 && bytes[start + 1] === 0x2d;
}

function blankOrFolded(bytes: Uint8Array, at: number): LineLikeness {
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LF || byte === CR) return 'blank';
    if (byte !== SPACE && byte !== TAB) return 'folded';
  }
  return 'blank';
}
