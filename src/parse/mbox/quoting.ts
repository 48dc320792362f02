/**
 * How body lines that begin with "From " were made harmless.
 * - `none`: not at all (mboxcl2, MMDF, old Thunderbird).
 * - `mboxo`: ">From " stands for "From ", and an original ">From " cannot be told apart.
 * - `mboxrd`: one ">" was put before any run of ">" and "From ", so it can be undone exactly.
 * - `mboxcl`, `mboxcl2`: as mboxo and none, with a Content-Length that says where a message ends.
 */
export type MboxQuoting = 'none' | 'mboxo' | 'mboxrd' | 'mboxcl' | 'mboxcl2';

const QUOTED = Buffer.from('>From ');
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x3e;

/** The name under which a Locator records it: what has to be undone, wherever the message ends. */
export function locatorQuoting(quoting: MboxQuoting): 'none' | 'mboxo' | 'mboxrd' {
  if (quoting === 'mboxcl') return 'mboxo';
  return quoting === 'mboxcl2' ? 'none' : quoting;
}

/**
 * The message as it was before the mbox took it in: `raw` is [messageStart, end) of `scanMbox`. The newline
 * the mbox puts after a message is removed, the quoting of the body undone; a header line ">From " is left
 * alone, since writers quote bodies only and gateways write such lines. Returns a view where nothing changes.
 */
export function mboxMessage(raw: Uint8Array, quoting: MboxQuoting): Uint8Array {
  const message = Buffer.from(raw.buffer, raw.byteOffset, messageLength(raw));
  const way = locatorQuoting(quoting);
  return way === 'none' ? message : unquoted(message, way === 'mboxrd', headerEnd(message));
}

/** Whole lines without the ">" that quoting put before them, from offset `body` on. */
export function unquoted(lines: Buffer, anyDepth: boolean, body: number): Uint8Array {
  const removed = quotesToRemove(lines, anyDepth, body);
  return removed.length === 0 ? lines : withoutBytes(lines, removed);
}

/** Length without the separating blank line; a last message that ends in a single newline keeps it. */
export function messageLength(raw: Uint8Array): number {
  const n = raw.length;
  if (raw[n - 1] === CR && raw[n - 2] === CR) return n - 1;
  if (raw[n - 1] !== LF) return n;
  if (raw[n - 2] === LF) return n - 1;
  return raw[n - 2] === CR && raw[n - 3] === LF ? n - 2 : n;
}

/** Offsets of the ">" that quoting put there, in rising order. */
function quotesToRemove(message: Buffer, anyDepth: boolean, body: number): number[] {
  const removed: number[] = [];
  let at = message.indexOf(QUOTED);
  for (; at >= 0; at = message.indexOf(QUOTED, at + QUOTED.length)) {
    let line = at;
    // Bounded by the previous hit, so a long run of ">" is walked once.
    if (anyDepth) while (line > 0 && message[line - 1] === QUOTE) line--;
    const before = message[line - 1];
    if (line >= body && (line === 0 || before === LF || before === CR)) removed.push(line);
  }
  return removed;
}

/** Offset of the blank line's end, 0 when the message begins with a blank line, its length when none comes. */
export function headerEnd(message: Buffer): number {
  if (message[0] === LF || message[0] === CR) return 0;
  const lf = message.indexOf('\n\n', 0, 'latin1');
  const crlf = message.indexOf('\r\n\r\n', 0, 'latin1');
  if (lf < 0 && crlf < 0) {
    const cr = message.indexOf('\r\r', 0, 'latin1');
    return cr < 0 ? message.length : cr + 2;
  }
  return crlf < 0 || (lf >= 0 && lf < crlf) ? lf + 2 : crlf + 4;
}

function withoutBytes(message: Buffer, removed: readonly number[]): Uint8Array {
  const out = new Uint8Array(message.length - removed.length);
  let from = 0;
  let to = 0;
  for (const at of removed) {
    out.set(message.subarray(from, at), to);
    to += at - from;
    from = at + 1;
  }
  out.set(message.subarray(from), to);
  return out;
}
