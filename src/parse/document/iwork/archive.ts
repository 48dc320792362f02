import { asBuffer } from '../../binary/as-buffer.ts';
import { unsnappy } from './snappy.ts';

/** One field of a message of protocol buffers; numbers of fixed width are passed over. */
export interface Field {
  readonly number: number;
  /** Of a varint, else 0. */
  readonly value: number;
  /** Of a text or message, else empty. */
  readonly bytes: Buffer;
}

/** One object of an archive, by the number of its class. */
export interface ArchivedObject {
  readonly type: number;
  readonly payload: Buffer;
}

/** Attack: millions of objects of no bytes. */
const MOST_OBJECTS = 500_000;

/**
 * The objects of a part `.iwa` (iWork since 2013): blocks of Snappy, each behind a zero and three bytes of length, which
 * together hold headers (TSP.ArchiveInfo) and objects in turn. Written from what the files show.
 */
export function* iworkObjects(iwa: Uint8Array, most: number): Generator<ArchivedObject> {
  const bytes = blocksOf(asBuffer(iwa), most);
  let objects = 0;
  for (let at = 0; at < bytes.length && objects < MOST_OBJECTS; ) {
    const header = varint(bytes, at);
    const end = header.next + header.value;
    const infos = [...fields(bytes.subarray(header.next, end))].filter(({ number }) => number === 2);
    at = end;
    for (const info of infos) {
      const about = [...fields(info.bytes)];
      const length = about.find(({ number }) => number === 3)?.value ?? 0;
      yield {
        type: about.find(({ number }) => number === 1)?.value ?? 0,
        payload: bytes.subarray(at, at + length),
      };
      at += length;
      objects++;
    }
  }
}

function blocksOf(iwa: Buffer, most: number): Buffer {
  const blocks: Buffer[] = [];
  let left = most;
  for (let at = 0; at + 4 <= iwa.length && left > 0; ) {
    const length = iwa.readUIntLE(at + 1, 3);
    const block = unsnappy(iwa.subarray(at + 4, at + 4 + length), left);
    left -= block.length;
    blocks.push(block);
    at += 4 + length;
  }
  return Buffer.concat(blocks);
}

const NOTHING = Buffer.alloc(0);

/** The fields of a message, in order; ends where the bytes are none. */
export function* fields(message: Buffer): Generator<Field> {
  for (let at = 0; at < message.length; ) {
    const key = varint(message, at);
    const [number, wire] = [Math.floor(key.value / 8), key.value % 8];
    at = key.next;
    if (wire === 0) {
      const { value, next } = varint(message, at);
      yield { number, value, bytes: NOTHING };
      at = next;
    } else if (wire === 2) {
      const { value, next } = varint(message, at);
      if (next + value > message.length) return;
      yield { number, value: 0, bytes: message.subarray(next, next + value) };
      at = next + value;
    } else if (wire === 1 || wire === 5) at += wire === 1 ? 8 : 4;
    else return;
  }
}

/** Up to 2^53 exactly, which is more than any length or class here. */
function varint(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from; at < Math.min(bytes.length, from + 10); at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - from));
    if (byte < 0x80) return { value, next: at + 1 };
  }
  return { value: 0, next: bytes.length };
}
