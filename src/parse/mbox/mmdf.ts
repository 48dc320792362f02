import type { ByteSource } from '../../model/index.ts';
import type { MboxRange } from './scan.ts';
import { Window } from './window.ts';

/** MMDF puts a line of four Control-A before and after each message, so nothing needs quoting. */
const MARK = Buffer.from('\x01\x01\x01\x01');

/** Whether a file begins as MMDF's mailboxes do, with its mark on a line of its own. */
export function isMmdf(source: ByteSource): boolean {
  return isMmdfMark(source.read(0, 6));
}

/** Whether the bytes begin with a separator line. */
export function isMmdfMark(head: Uint8Array): boolean {
  return markLength(head) > 0;
}

/** The messages of an MMDF file: the stretches between separator lines. Same contract as `scanMbox`. */
export function* scanMmdf(source: ByteSource, from: number): Generator<MboxRange> {
  const window = new Window(source);
  let at = from;
  while (at < source.size) {
    const length = markLength(window.slice(at, at + 6));
    const messageStart = at + length;
    const end = nextMark(window, messageStart);
    if (end > messageStart) yield { start: at, messageStart, end };
    at = end;
  }
}

/** Offset of the next separator line at or after `from`, or the size of the source. */
function nextMark(window: Window, from: number): number {
  for (let at = window.find(MARK, from); at >= 0; at = window.find(MARK, at + 1)) {
    const before = at === 0 ? 0x0a : window.slice(at - 1, at)[0];
    if (before === 0x0a && markLength(window.slice(at, at + 6)) > 0) return at;
  }
  return window.size;
}

/** Length of the separator line at the beginning of `bytes` with its line end, or 0. */
function markLength(bytes: Uint8Array): number {
  if (bytes[0] !== 1 || bytes[1] !== 1 || bytes[2] !== 1 || bytes[3] !== 1) return 0;
  if (bytes.length === 4 || bytes[4] === 0x0a) return Math.min(5, bytes.length);
  return bytes[4] === 0x0d && bytes[5] === 0x0a ? 6 : 0;
}
