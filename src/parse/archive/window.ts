import type { ByteSource } from '../../model/index.ts';

/** One disk read serves many small headers; measured best between 128 KB and 1 MB. */
const WINDOW_BYTES = 256 * 1024;

/**
 * A source that reads ahead, for walks over many small records. What `read` returns must not be
 * written to: it may be a view of the window.
 */
export function readAhead(source: ByteSource): ByteSource {
  let start = 0;
  let window: Uint8Array = new Uint8Array(0);
  return {
    size: source.size,
    read(offset, length) {
      if (offset >= start && offset + length <= start + window.length) {
        return window.subarray(offset - start, offset - start + length);
      }
      if (length >= WINDOW_BYTES) return source.read(offset, length);
      const wanted = Math.max(0, Math.min(WINDOW_BYTES, source.size - offset));
      window = source.read(offset, wanted);
      start = offset;
      return window.subarray(0, length);
    },
    close: () => source.close(),
  };
}

/** The bytes [start, end) of a source in pieces that fit in memory. */
export function* chunksOf(source: ByteSource, start: number, end: number): Generator<Uint8Array> {
  const PIECE = 1024 * 1024;
  for (let at = start; at < end; at += PIECE) {
    const piece = source.read(at, Math.min(PIECE, end - at));
    if (piece.length > 0) yield piece;
    if (piece.length < Math.min(PIECE, end - at)) return;
  }
}

/** A part of a source as a source of its own. Closing it leaves the whole open. */
export function sliceOf(source: ByteSource, start: number, end: number): ByteSource {
  const size = Math.max(0, Math.min(end, source.size) - start);
  return {
    size,
    read: (offset, length) => source.read(start + offset, Math.max(0, Math.min(length, size - offset))),
    close: () => undefined,
  };
}

/** Bytes in memory as a source. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + Math.max(0, length)),
    close: () => undefined,
  };
}
