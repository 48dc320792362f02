import type { ByteSource, ContainerOptions, ContainerReader, Defect } from '../../../model/index.ts';
import { u32 } from '../../binary/zero-filled-numbers.ts';
import { OutputBudget } from '../budget.ts';
import { checkedChunks } from '../checked.ts';
import { failure, streamError } from '../outcome.ts';
import { settle } from '../settle.ts';
import { readAhead } from '../window.ts';
import { decodeLz4Block, HISTORY } from './lz4-block.ts';
import { oneChild } from './one-child.ts';

const FRAME = 0x184d2204;
const OLD_FRAME = 0x184c2102;
/** Of the old frames, which say no size. */
const OLD_BLOCK = 8 * 2 ** 20;

/** LZ4 (frame format 1.6, and the frames of before): one child, all frames one after the other; checksums are not compared. */
export function openLz4(source: ByteSource, options: ContainerOptions): ContainerReader {
  const defects: Defect[] = [];
  const outcome = async () => {
    const most = new OutputBudget(options.limits).allowance(source.size);
    const chunks = framesOf(readAhead(source), defects);
    return settle(checkedChunks(chunks, { size: null, crc: null }, most), options.limits.itemBytes);
  };
  return oneChild(source, { rawName: null, facts: {}, defects, outcome });
}

function* framesOf(source: ByteSource, defects: Defect[]): Generator<Uint8Array> {
  for (let at = 0; at < source.size; ) {
    const mark = source.size - at >= 4 ? u32(source.read(at, 4), 0) : 0;
    if (mark === FRAME) at = yield* frame(source, at + 4);
    else if (mark === OLD_FRAME) at = yield* oldFrame(source, at + 4);
    else if (mark >>> 4 === 0x184d2a5) at += 8 + u32(exactly(source, at + 4, 4), 0);
    else {
      defects.push({ code: 'trailing-bytes', at: { start: at, end: source.size } });
      return;
    }
  }
}

/** Flags, block size, then what the flags announce, and one byte that checks it; gives where the frame ends. */
function* frame(source: ByteSource, start: number): Generator<Uint8Array, number> {
  const [flags = 0, sizes = 0] = exactly(source, start, 2);
  if (flags >>> 6 !== 1) throw streamError(failure('unsupported', 'A version of LZ4 that is not known.'));
  if ((flags & 1) !== 0)
    throw streamError(failure('unsupported', 'The data was compressed with a dictionary that is not given.'));
  const most = 1 << (8 + 2 * Math.max(4, (sizes >>> 4) & 7));
  const blockTail = (flags & 0x10) === 0 ? 0 : 4;
  const frameTail = (flags & 4) === 0 ? 0 : 4;
  const blocks = new Blocks(most);
  let at = start + 3 + ((flags & 8) === 0 ? 0 : 8);
  for (;;) {
    const size = u32(exactly(source, at, 4), 0);
    at += 4;
    if (size === 0) return at + frameTail;
    const length = size & 0x7fffffff;
    yield blocks.next(sized(source, at, length, most), size >>> 31 === 1);
    at += length + blockTail;
  }
}

/** Blocks up to the end of the file or the next mark, each for itself. */
function* oldFrame(source: ByteSource, start: number): Generator<Uint8Array, number> {
  let at = start;
  while (at + 4 <= source.size) {
    const size = u32(source.read(at, 4), 0);
    if (size === FRAME || size === OLD_FRAME) return at;
    yield new Blocks(OLD_BLOCK).next(sized(source, at + 4, size, OLD_BLOCK), false);
    at += 4 + size;
  }
  return source.size;
}

/** Decodes the blocks of a frame, each with what came before it as its history. */
class Blocks {
  readonly #out: Uint8Array;
  #history = 0;

  constructor(most: number) {
    this.#out = new Uint8Array(HISTORY + most);
  }

  next(input: Uint8Array, stored: boolean): Uint8Array {
    const out = this.#out;
    const start = this.#history;
    if (stored) out.set(input, start);
    const end = stored ? start + input.length : decodeLz4Block(input, out, start);
    const chunk = out.slice(start, end);
    this.#history = Math.min(HISTORY, end);
    out.copyWithin(0, end - this.#history, end);
    return chunk;
  }
}

/** Attack: a block that says it is of 2 GB. What does not compress is longer by one in 255 at most. */
function sized(source: ByteSource, at: number, length: number, most: number): Uint8Array {
  if (length > most + most / 255 + 16)
    throw streamError(failure('malformed', 'A block is larger than its frame allows.'));
  return exactly(source, at, length);
}

function exactly(source: ByteSource, at: number, length: number): Uint8Array {
  const bytes = source.read(at, length);
  if (bytes.length < length)
    throw streamError(failure('truncated', 'The compressed data ends before its end mark.'));
  return bytes;
}
