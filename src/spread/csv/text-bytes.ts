import { createReadStream } from 'node:fs';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { TamisError } from '../../model/index.ts';
import { unreadableFile } from '../../model/refusal.ts';
import { toUtf8 } from './text-encoding.ts';

const CHUNK_BYTES = 2 ** 20;

/**
 * The bytes of a text file as UTF-8 without byte order mark, in chunks: gzip and Zstandard are unpacked,
 * UTF-16 and Windows-1252 are converted (spreadsheets write them). Throws TamisError `cannot-read` when
 * the file cannot be opened or the packed bytes are broken.
 */
export async function* textBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    let first = true;
    let convert: ((chunk: Uint8Array) => Uint8Array) | null = null;
    for await (const chunk of unpacked(path)) {
      let bytes: Uint8Array = chunk;
      if (first) {
        convert = toUtf8(chunk);
        if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) bytes = chunk.subarray(3);
        first = false;
      }
      yield convert ? convert(bytes) : bytes;
    }
  } catch (cause) {
    if (cause instanceof TamisError) throw cause;
    throw unreadableFile('cannot-read', path, cause);
  }
}

async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const packing = await packingOf(path);
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (packing === 'none') return yield* stream as AsyncIterable<Uint8Array>;
  const unpack = packing === 'gzip' ? createGunzip({ chunkSize: CHUNK_BYTES }) : createZstdDecompress();
  stream.on('error', (error) => unpack.destroy(error));
  yield* stream.pipe(unpack) as AsyncIterable<Uint8Array>;
}

async function packingOf(path: string): Promise<'none' | 'gzip' | 'zstd'> {
  for await (const start of createReadStream(path, { end: 3 }) as AsyncIterable<Uint8Array>) {
    if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
    if (start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd) return 'zstd';
  }
  return 'none';
}
