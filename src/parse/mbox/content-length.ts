import { isFromSpace } from './postmark.ts';
import type { Window } from './window.ts';

/** How much of a header is searched for Content-Length. Attack: a header without end, searched per message. */
const HEADER_SEARCHED = 64 * 1024;

/** How many messages must agree before the lengths are believed. */
const PROBED = 4;

const FIELD = Buffer.from('content-length:');

/**
 * Whether this is an mboxcl or mboxcl2 (System V): the first messages all carry a Content-Length that lands
 * exactly on the next "From " or on the end. Believing a single length would let one hostile message hide the
 * ones after it, and lists pass on lengths that were true elsewhere.
 */
export function honoursContentLength(window: Window): boolean {
  if (!isFromSpace(window.slice(0, 5), 0)) return false;
  let start = 0;
  for (let probed = 0; probed < PROBED && start < window.size; probed++) {
    const head = window.slice(start, start + 1000);
    const line = head.indexOf(0x0a);
    const end = line < 0 ? -1 : messageEndByLength(window, start + line + 1);
    if (end < 0) return false;
    start = end;
  }
  return true;
}

/**
 * End of the message that begins at `messageStart` by its Content-Length: the offset of the next "From " or
 * the size of the source; -1 when there is no length or it does not land on either.
 */
export function messageEndByLength(window: Window, messageStart: number): number {
  const header = window.slice(messageStart, messageStart + HEADER_SEARCHED);
  const body = bodyStart(header);
  if (body < 0) return -1;
  const length = contentLength(header.subarray(0, body));
  if (length < 0) return -1;
  return landing(window, messageStart + body + length);
}

/** Offset after the blank line that ends the header, or -1. */
function bodyStart(header: Buffer): number {
  const lf = header.indexOf('\n\n', 0, 'latin1');
  const crlf = header.indexOf('\r\n\r\n', 0, 'latin1');
  if (lf < 0 && crlf < 0) return -1;
  return crlf < 0 || (lf >= 0 && lf < crlf) ? lf + 2 : crlf + 4;
}

function contentLength(header: Buffer): number {
  for (let line = 0; line < header.length; ) {
    const end = header.indexOf(0x0a, line);
    const next = end < 0 ? header.length : end + 1;
    if (isLengthField(header, line)) {
      const digits = /^\s{0,8}(\d{1,15})\s{0,8}$/.exec(
        header.toString('latin1', line + FIELD.length, Math.min(next, line + 64)),
      );
      return digits === null ? -1 : Number(digits[1]);
    }
    line = next;
  }
  return -1;
}

function isLengthField(header: Buffer, line: number): boolean {
  for (let i = 0; i < FIELD.length; i++) {
    if (((header[line + i] ?? 0) | 0x20) !== ((FIELD[i] ?? 0) | 0x20)) return false;
  }
  return true;
}

/** Where the next message starts when the body ends at `at`; one blank line may stand between. */
function landing(window: Window, at: number): number {
  if (at > window.size) return -1;
  const bytes = window.slice(at, at + 10);
  for (let skip = 0; skip <= Math.min(4, bytes.length); skip++) {
    if (at + skip === window.size) return window.size;
    if (isFromSpace(bytes, skip)) return at + skip;
    if (bytes[skip] !== 0x0a && bytes[skip] !== 0x0d) return -1;
  }
  return -1;
}
