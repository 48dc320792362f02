import { parseParameters } from '../../parse/mime/parameters.ts';
import type { SignedHeader } from './message.ts';
import type { MessageView } from './message-view.ts';
import { isHiddenText, isOtherType } from './unsigned-type.ts';

/**
 * What shows that a Content-Type or Content-Transfer-Encoding which nobody signed is not the one of the sender's
 * program, so that signed bytes are read as other words. Stable codes of weaknesses; `hidden-parts` is the mildest: the
 * source of the parts is shown, and nothing false.
 */
export type UnsignedReading =
  | 'hidden-parts'
  | 'exchanged-boundary'
  | 'exchanged-charset'
  | 'exchanged-type'
  | 'exchanged-encoding'
  | 'repeated-content-field'
  | 'repeated-parameter';

/**
 * Gmail and others sign neither of the two fields for years (their h= ends with Subject and To), so that both can be
 * exchanged under a signature that verifies (RFC 6376 section 8.15 tells of such additions). That they are open says
 * nothing, being so in half of all mail; this looks for what honest software does not write. `open`: names of the two
 * that the signature leaves open. Null where nothing shows.
 */
export function unsignedReading(view: MessageView, open: readonly ContentField[]): UnsignedReading | null {
  if (open.some((name) => (view.index.get(name)?.length ?? 0) > 1)) return 'repeated-content-field';
  const written = textOf(view, view.index.get('content-type')?.[0]) ?? 'text/plain';
  const type = parseParameters(written);
  if (open.includes('content-type')) {
    if (hasParameterTwice(written)) return 'repeated-parameter';
    const shown = shownParts(view, type);
    if (shown !== null) return shown;
    const { bytes, bodyStart } = view;
    const isUnusual = type.value.startsWith('text/') && isUnusualCharset(type.params.charset);
    // Text that is of two bytes a letter is read no other way; base64 alone carries it (RFC 2781 section 4).
    if (isUnusual && !isWide(view)) return 'exchanged-charset';
    const encoding = textOf(view, view.index.get('content-transfer-encoding')?.[0]) ?? '';
    const name = type.params.name ?? '';
    if (isOtherType({ bytes, bodyStart, type: type.value, name, encoding })) return 'exchanged-type';
  }
  const isOpen = open.includes('content-transfer-encoding') && !type.value.startsWith('multipart/');
  return isOpen && isReadAsQuoted(view) ? 'exchanged-encoding' : null;
}

/**
 * A boundary or a character set that stands twice, in whatever form (RFC 2231): programs take the first, the last or the encoded
 * one, so that two readers are shown two messages. None of 18,000 real messages has one.
 */
function hasParameterTwice(type: string): boolean {
  const bare = type.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return ['boundary', 'charset'].some((name) => {
    const forms = bare.match(new RegExp(`;\\s{0,100}${name}(?:\\*\\d{0,4}\\*?)?\\s{0,20}=`, 'gi')) ?? [];
    // Pieces of one value (RFC 2231 section 3) are numbered, and the plain form beside them is one more.
    const pieces = forms.filter((form) => /\*\d/.test(form));
    return forms.length - Math.max(0, pieces.length - 1) > 1;
  });
}

/** Fields that decide how the bytes of a body are read. */
export type ContentField = 'content-type' | 'content-transfer-encoding';

function textOf(view: MessageView, field: SignedHeader | undefined): string | null {
  if (field === undefined) return null;
  return view.valueOf(field).replace(/\r?\n/g, '').trim();
}

/**
 * With another boundary, taken from a mail that is quoted in the text, a reader is shown that quotation alone. Honest
 * mail has no delimiter with a header before its first part or behind its last.
 */
function shownParts(
  view: MessageView,
  { value, params }: ReturnType<typeof parseParameters>,
): 'hidden-parts' | 'exchanged-boundary' | null {
  const { bytes, bodyStart } = view;
  if (!view.index.has('content-type')) return null;
  if (!value.startsWith('multipart/') || params.boundary === undefined) {
    return hasPart(bytes, bodyStart, bodyStart + LONGEST_START) ? 'hidden-parts' : null;
  }
  const delimiter = `--${params.boundary}`;
  const first = lineWith(bytes, delimiter, bodyStart);
  if (first < 0) return hasPart(bytes, bodyStart, bodyStart + MOST_SEARCHED) ? 'hidden-parts' : null;
  const close = lastLineWith(bytes, `${delimiter}--`, first);
  if (isHiddenText(bytes.toString('latin1', Math.max(bodyStart, first - MOST_SEARCHED), first)))
    return 'exchanged-boundary';
  const isBeside =
    hasPart(bytes, Math.max(bodyStart, first - MOST_SEARCHED), first) ||
    (close >= 0 && hasPart(bytes, close + delimiter.length + 2, close + MOST_SEARCHED));
  return isBeside ? 'exchanged-boundary' : null;
}

/** Where a text that is no multipart would begin with a delimiter, were it one. */
const LONGEST_START = 1024;
/** Before and behind the parts that are shown. Attack: a preamble of megabytes, which is read for every signature. */
const MOST_SEARCHED = 256 * 1024;

/** A delimiter of any boundary with a field of MIME under it. */
function hasPart(bytes: Buffer, start: number, end: number): boolean {
  return /(?:^|\n)--[^\s-][^\r\n]{0,200}\r?\nContent-[A-Za-z-]{1,30}:/i.test(
    bytes.toString('latin1', start, Math.min(end, bytes.length)),
  );
}

function lineWith(bytes: Buffer, text: string, from: number): number {
  for (let at = bytes.indexOf(text, from, 'latin1'); at >= 0; at = bytes.indexOf(text, at + 1, 'latin1')) {
    if (at === from || bytes[at - 1] === 10) return at;
  }
  return -1;
}

function lastLineWith(bytes: Buffer, text: string, from: number): number {
  const at = bytes.lastIndexOf(text, undefined, 'latin1');
  return at > from && bytes[at - 1] === 10 ? at : -1;
}

/**
 * Charsets in which letters of ASCII stand for others, so that one signed text has two readings. No sender that leaves
 * Content-Type open writes them: WHATWG's encoding standard (section 4.2) lists them as attacks.
 */
function isUnusualCharset(charset: string | undefined): boolean {
  return (
    charset !== undefined &&
    /^(?:unicode-1-1-)?(?:utf-?7|utf-?16|utf-?32|ucs-?[24]|hz-gb|ibm037|ebcdic|cp037)/i.test(charset)
  );
}

/** Base64 whose first letters have a byte of zero each, as ASCII has in UTF-16. */
function isWide(view: MessageView): boolean {
  if (textOf(view, view.index.get('content-transfer-encoding')?.[0])?.toLowerCase() !== 'base64')
    return false;
  const start = view.bytes.toString('latin1', view.bodyStart, view.bodyStart + LONGEST_START);
  const letters = Buffer.from(start, 'base64');
  return letters.filter((byte) => byte === 0).length * 4 > letters.length;
}

/**
 * Text read as quoted-printable that no encoder wrote: encoders leave letters and figures as they are (RFC 2045 section
 * 6.7 rule 2), but for an F or a full stop at the start of a line, and no byte beyond ASCII. Software that encodes everything is
 * left alone, and so is a wrong label over text in which nothing is read otherwise.
 */
function isReadAsQuoted(view: MessageView): boolean {
  const encoding = textOf(view, view.index.get('content-transfer-encoding')?.[0]);
  if (encoding?.toLowerCase() !== 'quoted-printable') return false;
  const { bytes, bodyStart } = view;
  const text = bytes.toString('latin1', bodyStart, Math.min(bodyStart + MOST_SEARCHED, bytes.length));
  if (/[\x80-\xff]/.test(text) && /=(?:[0-9A-F]{2}|\r?\n)/i.test(text)) return true;
  // =30 to =39, =41 to =5A, =61 to =7A.
  const letters = text.match(/[^\n]=(?:3[0-9]|[46][1-9A-F]|[57][0-9A])/gi)?.length ?? 0;
  if (letters === 0) return false;
  const plain = text.replace(/=[0-9A-F]{2}/gi, '').match(/[A-Za-z0-9]/g)?.length ?? 0;
  return letters < plain;
}
