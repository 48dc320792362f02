import { asBuffer } from '../binary/as-buffer.ts';
import { isMmdfMark } from '../mbox/mmdf.ts';
import { isFromSpace, isMessageStart } from '../mbox/postmark.ts';
import { document, emlx, type Match, mbox, message } from './detection.ts';
import { likenessOf, nextLine } from './field-name.ts';
import { type HeaderBlock, headerBlock, looksLikeHeader, wasSent } from './header-block.ts';

/** Lines passed over before a header. Attack: a file of line ends only. */
const LEADING_LINES = 16;

/** What the name of the file says about mail, for when the content alone could be either. */
export interface MailHint {
  /** `.eml`, a Maildir name with flags. */
  readonly message: boolean;
  /** `.emlx`: its byte count may then be more than there is, when the file was cut off. */
  readonly emlx: boolean;
  /** Digits only: a message in an MH folder, or the mailbox of a year in Thunderbird's archive. */
  readonly number: boolean;
  /** `.mbox`, or a Thunderbird or Eudora folder by its usual name. */
  readonly mailbox: boolean;
}

/**
 * Message, mbox or emlx, or null when it is other text. RFC 5322 has no signature, so it is the header block
 * that tells; the thresholds were set on the corpus (docs/types.md). A file that begins with a postmark is
 * an mbox, unless its name says that it is one message and no second postmark is seen.
 */
export function mailType(head: Uint8Array, size: number, hint: MailHint): Match | null {
  if (isMmdfMark(head)) return mbox;
  const start = textStart(head);
  if (start < 0) return null;
  if (isFromSpace(head, start) && isMessageStart(head.subarray(start), 0, true)) {
    return isOneMessage(head, start, size, hint) ? message : mbox;
  }
  const emlxStart = afterByteCount(head, hint.emlx ? Number.MAX_SAFE_INTEGER : size);
  if (emlxStart > 0 && looksLikeHeader(headerBlock(head, emlxStart), true)) return emlx;
  // A mailbox whose beginning is gone: named one, and a message begins further down.
  if (hint.mailbox && hasPostmark(head, start)) return mbox;
  const block = headerBlock(head, afterOldPostmark(head, start));
  if (looksLikeHeader(block, hint.message || hint.number))
    return isSavedPage(head, block) ? SAVED_PAGE : message;
  return null;
}

/**
 * Whether a file with a postmark on top is one message that kept it. Thunderbird writes `From - ` into its
 * mailboxes and nowhere else, and calls them by the year; what was not seen to its end may hold many.
 */
function isOneMessage(head: Uint8Array, start: number, size: number, hint: MailHint): boolean {
  if (hasPostmark(head, start + 5)) return false;
  if (hint.message) return true;
  return hint.number && head.length >= size && head[start + 5] !== 0x2d;
}

/** A web page saved as MIME (MHTML, RFC 2557): read like a message, but nobody sent it. */
const SAVED_PAGE: Match = { ...document('multipart/related'), container: 'message' };

/** Offset of the first byte after a byte order mark and blank lines; -1 when nothing else is there. */
function textStart(head: Uint8Array): number {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for (let lines = 0; lines < LEADING_LINES; lines++) {
    if (likenessOf(head, at) !== 'blank') return at < head.length ? at : -1;
    at = nextLine(head, at, head.length);
  }
  return -1;
}

/** Gateways and mboxes within mboxes leave a quoted postmark (">From ...") on top of the header. */
function afterOldPostmark(head: Uint8Array, start: number): number {
  let at = start;
  while (head[at] === 0x3e && at - start < 4) at++;
  return isFromSpace(head, at) ? nextLine(head, at, head.length) : start;
}

/** Apple Mail's emlx begins with the length of the message in decimal, on a line by itself; 0 when not. */
function afterByteCount(head: Uint8Array, size: number): number {
  let count = 0;
  let at = 0;
  for (let byte = head[0] ?? 0; at < 15 && byte >= 0x30 && byte <= 0x39; byte = head[++at] ?? 0) {
    count = count * 10 + byte - 0x30;
  }
  if (at === 0 || count > size) return 0;
  while (at < 30 && head[at] === 0x20) at++;
  if (head[at] === 0x0d) at++;
  return head[at] === 0x0a ? at + 1 : 0;
}

function isSavedPage(head: Uint8Array, block: HeaderBlock): boolean {
  if (wasSent(block.core)) return false;
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 2048)).toString('latin1');
  return /^From: ["']?<Saved by |^Snapshot-Content-Location:|^X-MimeOLE: Produced By Microsoft MHTML/im.test(
    text,
  );
}

/** A postmark at the beginning of a line, from `from` on. */
function hasPostmark(head: Uint8Array, from: number): boolean {
  const bytes = asBuffer(head);
  let at = bytes.indexOf('From ', from, 'latin1');
  for (let tries = 0; at >= 0 && tries < 200; tries++) {
    const before = head[at - 1];
    if ((before === 0x0a || before === 0x0d) && isMessageStart(head, at, false)) return true;
    at = bytes.indexOf('From ', at + 1, 'latin1');
  }
  return false;
}
