import type { ByteSource } from '../../model/index.ts';
import { headerEnd, locatorQuoting, type MboxQuoting, messageLength, unquoted } from './quoting.ts';

/** Read at once. Attack: a message as large as the disk. */
const CHUNK = 4 * 2 ** 20;

/**
 * What `mboxMessage` gives for the range [start, end) of a mailbox, piece by piece, for messages larger than memory
 * should hold. A piece ends where a line ends; of a line longer than a piece only the beginning can be quoted.
 */
export function* mboxMessageChunks(
  source: Pick<ByteSource, 'read'>,
  start: number,
  end: number,
  quoting: MboxQuoting,
  chunk: number = CHUNK,
): Generator<Uint8Array> {
  const way = locatorQuoting(quoting);
  const stop = lengthOf(source, start, end);
  let [at, inHeader, midLine] = [start, true, false];
  while (at < stop) {
    const bytes = source.read(at, Math.min(chunk, stop - at));
    if (bytes.length === 0) return; // the file became shorter than it was
    const whole = at + bytes.length >= stop ? bytes.length : lineEnd(bytes);
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, whole === 0 ? bytes.length : whole);
    const body = inHeader ? headerEnd(piece) : 0;
    if (way === 'none') yield piece;
    else yield unquoted(piece, way === 'mboxrd', midLine ? Math.max(body, 1) : body);
    if (
      body < piece.length ||
      /(?:\n\n|\r\n\r\n|\r\r)$/.test(piece.toString('latin1', Math.max(0, piece.length - 4)))
    )
      inHeader = false;
    midLine = whole === 0;
    at += piece.length;
  }
}

/** Where the message ends: the line end that the mailbox put after it lies in its last three bytes. */
function lengthOf(source: Pick<ByteSource, 'read'>, start: number, end: number): number {
  const tail = source.read(Math.max(start, end - TAIL), Math.min(TAIL, end - start));
  return end - tail.length + messageLength(tail);
}

const TAIL = 3;

/** Behind the last line end; a CR at the very end may be half of one, and waits. 0 where there is none. */
function lineEnd(bytes: Uint8Array): number {
  for (let i = bytes.length; i > 0; i--) {
    const byte = bytes[i - 1];
    if (byte === 0x0a || (byte === 0x0d && i < bytes.length)) return i;
  }
  return 0;
}
