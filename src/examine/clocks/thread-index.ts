import { type Clock, type ClockPlace, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';
import { fileTimeOf } from './filetime.ts';

const HEAD_BYTES = 22;
const CHILD_BYTES = 5;
/** Attack: a Thread-Index of a megabyte. Long threads have some fifty children. */
const MOST_CHILDREN = 400;

/**
 * Thread-Index (MS-OXOMSG 2.2.1.3, PidTagConversationIndex): a FILETIME cut short, then five bytes per reply.
 * A message without children is the first of its thread, else the last child is its own stamp. Zimbra fills
 * the field with random bytes: only a first byte of 1 and a plausible year are taken.
 */
export function decodeThreadIndex(fields: ClockFields): Clock[] {
  const field = fields.first('thread-index');
  if (field === null) return [];
  const bytes = Buffer.from(field.value, 'base64');
  if (bytes.length < HEAD_BYTES || bytes[0] !== 1) return [];
  const head = readHead(bytes);
  if (head === null) return [];
  const children = Math.min(MOST_CHILDREN, Math.floor((bytes.length - HEAD_BYTES) / CHILD_BYTES));
  const basis = bytes.subarray(0, 6).toString('hex');
  const began = (event: 'written' | 'thread-began') =>
    clock(field, {
      source: `${head.source}${event === 'written' ? '' : '-head'}`,
      family: 'thread-index',
      event,
      time: fileTimeOf(head.began),
      error: head.error,
      basis,
    });
  if (children === 0) return [began('written')];
  const last = childClock(field, bytes, head, HEAD_BYTES + (children - 1) * CHILD_BYTES);
  return last === null ? [began('thread-began')] : [began('thread-began'), last];
}

interface Head {
  readonly source: 'thread-index' | 'exchange-thread-index';
  readonly began: bigint;
  /** What the child deltas count from. */
  readonly base: bigint;
  readonly error: number;
}

/**
 * Classic: bytes 0 to 5 are the upper 48 bits of the FILETIME (which begins with 01). Since Exchange 2013
 * byte 0 is a constant 1 and the time follows in five bytes; the children however still count from the six
 * bytes read the old way (measured: replies come out 2 to 12 s before their Date, and absurd otherwise).
 * Outlook with an IMAP account writes a hash of the same look (`AQJ…`), so this field alone is never held
 * against a message.
 */
function readHead(bytes: Buffer): Head | null {
  const classic = BigInt(bytes.readUIntBE(0, 6)) << 16n;
  if (isPlausible(fileTimeOf(classic)))
    return { source: 'thread-index', began: classic, base: classic, error: 7 };
  const newer = BigInt(bytes.readUIntBE(1, 5)) << 24n;
  if (isPlausible(fileTimeOf(newer)))
    return { source: 'exchange-thread-index', began: newer, base: classic, error: 1700 };
  return null;
}

function childClock(place: ClockPlace, bytes: Buffer, head: Head, at: number): Clock | null {
  const word = bytes.readUInt32BE(at);
  const shift = word >= 0x80000000 ? 23n : 18n;
  const span = 1n << (31n + shift);
  const sum = head.base + (BigInt(word & 0x7fffffff) << shift);
  // The stamp is known only modulo the span: the first such moment after the thread began.
  const after = (((sum - head.began) % span) + span) % span;
  const time = fileTimeOf(head.began + after);
  if (!isPlausible(time)) return null;
  return clock(place, {
    source: `${head.source}-reply`,
    family: 'thread-index',
    event: 'written',
    time,
    // The head of newer Exchange is cut to 1.7 s; a delta to 26 ms or 0.84 s.
    error: head.error + (shift === 23n ? 840 : 27),
    basis: bytes.subarray(at, at + CHILD_BYTES).toString('hex'),
  });
}
