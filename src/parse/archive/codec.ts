import { pipeline, Readable } from 'node:stream';
import {
  constants,
  createGunzip,
  createInflateRaw,
  createZstdDecompress,
  inflateRawSync,
  zstdDecompressSync,
} from 'node:zlib';
import type { Failure } from '../../model/index.ts';
import { failure, streamError } from './outcome.ts';

/** Compressions the platform itself decodes. */
export type Codec = 'deflate' | 'zstd';

/** What came out of one compressed stream, whole or as far as it went. */
export interface Expanded {
  readonly bytes: Uint8Array;
  /** Why `bytes` is not all, or null. */
  readonly problem: Failure | null;
  /** Bytes of the input that the stream took; the rest trails behind it. */
  readonly used: number;
}

/**
 * Decodes a whole stream in memory, never to more than `most` bytes (then the problem is `bomb` and no
 * bytes are given). Cut or damaged input gives the bytes before the damage. `likely` is the announced
 * size: a hint that saves copies, not trusted.
 */
export function expand(codec: Codec, input: Uint8Array, most: number, likely = 0): Expanded {
  try {
    return { ...decode(codec, input, most, likely, false), problem: null };
  } catch (error) {
    return salvage(codec, input, most, codeOf(error));
  }
}

/**
 * Decodes piece by piece; damage ends it in an error whose code is a failure code. `trailing` is told when
 * bytes that are no gzip member follow the last one.
 */
export async function* expandChunks(
  codec: Codec | 'gzip',
  input: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  trailing: () => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const chunkSize = 256 * 1024;
  const decoder =
    codec === 'deflate'
      ? createInflateRaw({ chunkSize })
      : codec === 'gzip'
        ? createGunzip({ chunkSize })
        : createZstdDecompress({ chunkSize });
  pipeline(Readable.from(input, { objectMode: true, highWaterMark: 2 }), decoder, () => undefined);
  let given = 0;
  try {
    for await (const chunk of decoder) {
      given += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (codec === 'gzip' && given > 0 && isHeaderError(error)) return trailing();
    throw codeOf(error) === '' ? error : streamError(problemOf(codeOf(error)));
  } finally {
    decoder.destroy();
  }
}

/** Deflate cannot give more than this many bytes for one (RFC 1951: 258 bytes for two bits). */
const DEFLATE_MOST = 1032;

function decode(
  codec: Codec,
  input: Uint8Array,
  most: number,
  likely: number,
  lenient: boolean,
): { bytes: Uint8Array; used: number } {
  const maxOutputLength = Math.max(1, Math.min(most, 2 ** 31));
  const guess = Math.min(likely + 1, input.length * DEFLATE_MOST, maxOutputLength);
  const chunkSize = likely > 0 ? Math.max(64, guess) : 64 * 1024;
  if (codec === 'zstd') {
    const finishFlush = lenient ? constants.ZSTD_e_flush : constants.ZSTD_e_end;
    return { bytes: zstdDecompressSync(input, { maxOutputLength, finishFlush }), used: input.length };
  }
  const finishFlush = lenient ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  const result: unknown = inflateRawSync(input, { maxOutputLength, finishFlush, chunkSize, info: true });
  return withInfo(result);
}

/** The platform's types do not know the `info` option, which also tells how much input was taken. */
function withInfo(result: unknown): { bytes: Uint8Array; used: number } {
  const { buffer, engine } = result as { buffer: Uint8Array; engine: { bytesWritten: number } };
  return { bytes: buffer, used: engine.bytesWritten };
}

/** Above this the repeated decoding of the search for the damage would cost too much. */
const SALVAGE_BYTES = 4 * 2 ** 20;

/**
 * The bytes before the damage: a decoder that fails keeps its last buffer to itself, so the longest
 * prefix that decodes without an error is searched for by halving.
 */
function salvage(codec: Codec, input: Uint8Array, most: number, code: string): Expanded {
  const nothing = { bytes: new Uint8Array(0), used: 0 };
  if (code === TOO_LARGE)
    return { ...nothing, problem: failure('bomb', `Expands to more than ${most} bytes.`) };
  const problem = problemOf(code);
  const whole = lenientPrefix(codec, input, input.length, most);
  if (whole !== null || input.length > SALVAGE_BYTES) return { ...(whole ?? nothing), problem };
  let [good, bad, best] = [0, input.length, nothing as { bytes: Uint8Array; used: number }];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    const attempt = lenientPrefix(codec, input, middle, most);
    if (attempt === null) bad = middle;
    else [good, best] = [middle, attempt];
  }
  return { ...best, problem };
}

function lenientPrefix(
  codec: Codec,
  input: Uint8Array,
  length: number,
  most: number,
): { bytes: Uint8Array; used: number } | null {
  try {
    return decode(codec, input.subarray(0, length), most, 0, true);
  } catch {
    return null;
  }
}

/** zlib has one code for all damage; only the message tells "no member begins here" apart. */
function isHeaderError(error: unknown): boolean {
  return error instanceof Error && error.message === 'incorrect header check';
}

const TOO_LARGE = 'ERR_BUFFER_TOO_LARGE';

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return '';
  return code === TOO_LARGE || code.startsWith('Z_') || code.startsWith('ZSTD_') ? code : '';
}

function problemOf(code: string): Failure {
  if (code === 'Z_BUF_ERROR') return failure('truncated', 'The compressed data ends before its end mark.');
  if (code === 'Z_NEED_DICT')
    return failure('unsupported', 'The data was compressed with a dictionary that is not given.');
  return failure('malformed', 'The compressed data is damaged.');
}
