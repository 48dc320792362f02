import type { ByteSource } from '../model/index.ts';

/**
 * The range [start, end) of a source, as a source that counts from 0; cut to what exists. Closing a slice
 * does not close what it is a slice of, because several slices usually share one file.
 */
export function sliceSource(of: ByteSource, start: number, end: number): ByteSource {
  const first = Math.max(0, Math.min(start, of.size));
  const size = Math.max(0, Math.min(end, of.size) - first);
  return {
    size,
    read(offset, length) {
      if (offset < 0 || offset >= size || !(length > 0)) return new Uint8Array(0);
      return of.read(first + offset, Math.min(length, size - offset));
    },
    close() {},
  };
}
