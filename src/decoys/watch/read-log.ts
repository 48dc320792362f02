import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { type Duplex, pipeline, Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { TamisError } from '../../model/error.ts';

const CHUNK = 256 * 1024;
/** How often a log that is followed is looked at. */
const LOOK_MS = 500;

/** The bytes of a log once, from its beginning; compressed ones, as logrotate leaves them, are opened (see `unpacked`). */
export function readOnce(path: string): AsyncIterable<Uint8Array> {
  return unpacked(createReadStream(path, { highWaterMark: CHUNK }));
}

/**
 * What a stream holds; gzip and Zstandard, told by their first bytes and not by a name, are opened as they come. Throws
 * `log-broken` where a compressed one breaks off or is damaged, after all that could be read.
 */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let [head, isEnd] = [Buffer.alloc(0), false];
  // A pipe may give a byte at a time.
  while (head.length < LONGEST_MAGIC && !isEnd) {
    const next = await chunks.next();
    if (next.done === true) isEnd = true;
    else head = Buffer.concat([head, next.value]);
  }
  const all = (async function* () {
    if (head.length > 0) yield head;
    if (!isEnd) yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  const opener = openerFor(head);
  if (opener === null) {
    yield* all;
    return;
  }
  try {
    // What goes wrong is thrown where the opener is read; a log that breaks off at once would end the process else.
    yield* pipeline(Readable.from(all, { objectMode: false }), opener, () => {}) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new TamisError(
      'log-broken',
      {
        en: 'A compressed log breaks off or is damaged; what comes before was read.',
        fr: 'Un journal compressé s’interrompt ou est abîmé\u202f; ce qui précède a été lu.',
      },
      { cause },
    );
  }
}

const LONGEST_MAGIC = 4;
/** RFC 1952 and RFC 8878. */
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTANDARD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

function openerFor(head: Buffer): Duplex | null {
  if (head.subarray(0, GZIP.length).equals(GZIP)) return createGunzip();
  return head.subarray(0, ZSTANDARD.length).equals(ZSTANDARD) ? createZstdDecompress() : null;
}

/**
 * The bytes of a log, and those that come, until `signal` fires. A log that is cut or replaced under its name (rotated)
 * is read from the beginning of the new one, after what was left of the old.
 */
export async function* follow(path: string, signal: AbortSignal): AsyncIterableIterator<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK);
  let file = openSync(path, 'r');
  let at = 0;
  try {
    while (!signal.aborted) {
      const read = readSync(file, buffer, 0, CHUNK, at);
      if (read > 0) {
        at += read;
        yield Uint8Array.from(buffer.subarray(0, read));
        continue;
      }
      const named = statSync(path, { throwIfNoEntry: false });
      const open = fstatSync(file);
      if (named !== undefined && (named.ino !== open.ino || named.dev !== open.dev)) {
        closeSync(file);
        file = openSync(path, 'r');
        at = 0;
      } else if (open.size < at) at = 0;
      else await delay(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  } finally {
    closeSync(file);
  }
}
