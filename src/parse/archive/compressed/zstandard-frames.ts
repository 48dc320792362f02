import type { ByteSource } from '../../../model/index.ts';
import { u32 } from '../../binary/zero-filled-numbers.ts';

/** A stretch of a Zstandard file: a frame with content, or what follows the last frame and begins none. */
export interface ZstandardStretch {
  readonly type: 'frame' | 'trailing';
  readonly start: number;
  readonly end: number;
}

/**
 * The frames of a file, in order; those of metadata (skippable frames) are passed over. The platform's decoder stops
 * after the first frame, and takes one of metadata for the end of the content; programs that work in parallel
 * write both (pzstd). A frame that is cut or damaged reaches to the end: the decoder says what is wrong with it.
 */
export function* zstandardStretches(source: ByteSource): Generator<ZstandardStretch> {
  for (let at = 0; at < source.size; ) {
    const mark = source.read(at, 8);
    if (mark.length >= 8 && isSkippable(u32(mark, 0))) {
      at += 8 + u32(mark, 4);
      continue;
    }
    const isFrame = mark.length >= 4 && u32(mark, 0) === MAGIC;
    const end = isFrame ? Math.min(frameEnd(source, at), source.size) : source.size;
    yield { type: isFrame ? 'frame' : 'trailing', start: at, end };
    at = end;
  }
}

/** RFC 8878 section 3.1.1. */
const MAGIC = 0xfd2fb528;

/** RFC 8878 section 3.1.2: sixteen marks. */
function isSkippable(mark: number): boolean {
  return mark >>> 4 === 0x184d2a5;
}

/** Magic, descriptor, window, dictionary id and content size take at most this. */
const LONGEST_HEADER = 4 + 1 + 1 + 4 + 8;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];

/** Offset behind the frame at `start`: its blocks say their sizes (RFC 8878 section 3.1.1.2). */
function frameEnd(source: ByteSource, start: number): number {
  const descriptor = source.read(start, LONGEST_HEADER)[4] ?? 0;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >>> 6;
  const sizeBytes = sizeFlag === 0 && isSingleSegment ? 1 : (CONTENT_SIZE_BYTES[sizeFlag] ?? 0);
  let at = start + 5 + (isSingleSegment ? 0 : 1) + (DICTIONARY_ID_BYTES[descriptor & 3] ?? 0) + sizeBytes;
  for (;;) {
    const header = source.read(at, 3);
    if (header.length < 3) return source.size;
    const block = (header[0] ?? 0) | ((header[1] ?? 0) << 8) | ((header[2] ?? 0) << 16);
    const type = (block >>> 1) & 3;
    if (type === 3) return source.size;
    // A repeated byte stands once, whatever the size says.
    at += 3 + (type === 1 ? 1 : block >>> 3);
    if ((block & 1) === 1) break;
  }
  return at + ((descriptor & 4) === 0 ? 0 : 4);
}
