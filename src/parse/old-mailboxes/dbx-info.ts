import type { ByteSource } from '../../model/index.ts';
import { fileTime } from '../archive/time-facts.ts';
import { u32 } from '../binary/zero-filled-numbers.ts';

/** Own address, length of what follows, and in the third word the number of values. */
const HEAD = 12;
/** Real ones have some hundred bytes. */
const MOST_BYTES = 65_536;

/** The numbers of the values that are asked for. */
const MESSAGE = 0x04;
const RECEIVED = 0x12;
const ACCOUNT = 0x1a;

/** What the index says of a message. */
export interface MessageInfo {
  /** Where its first block stands; 0 for one of which only the header was fetched. */
  readonly message: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** Null where none stands. */
export function infoAt(source: ByteSource, address: number): MessageInfo | null {
  const head = source.read(address, HEAD);
  if (head.length < HEAD || u32(head, 0) !== address) return null;
  const body = source.read(address + HEAD, Math.min(u32(head, 4), MOST_BYTES));
  const values = valuesOf(body, head[10] ?? 0);
  const facts: Record<string, string> = {};
  const received = values.get(RECEIVED);
  const time = received === undefined ? undefined : fileTime(body, received.at);
  if (time !== undefined) facts.received = time;
  const account = values.get(ACCOUNT);
  const name = account === undefined ? '' : textAt(body, account.at);
  if (name !== '') facts.account = name;
  const message = values.get(MESSAGE);
  return { message: message === undefined ? 0 : (message.own ?? u32(body, message.at)), facts };
}

interface Value {
  /** In the three bytes of the entry itself. */
  readonly own: number | null;
  /** Or where in the body it stands. */
  readonly at: number;
}

/** Entries of a byte and three: the number of the value, its highest bit for one that stands in the entry itself. */
function valuesOf(body: Uint8Array, count: number): ReadonlyMap<number, Value> {
  const values = new Map<number, Value>();
  for (let entry = 0; entry < count; entry++) {
    const word = u32(body, entry * 4);
    const isOwn = (word & 0x80) !== 0;
    values.set(word & 0x7f, { own: isOwn ? word >>> 8 : null, at: count * 4 + (word >>> 8) });
  }
  return values;
}

/** Attack: a name of sixty thousand characters, told with each message. */
const LONGEST_NAME = 200;

function textAt(body: Uint8Array, at: number): string {
  const end = body.indexOf(0, at);
  const bytes = body.subarray(at, Math.min(end < 0 ? body.length : end, at + LONGEST_NAME));
  return Buffer.from(bytes).toString('latin1');
}
