import type { ByteSource } from '../model/index.ts';

/** Bytes already in memory, as a source. Reads are views of the same memory, not copies. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || !(length > 0)) return bytes.subarray(0, 0);
      return bytes.subarray(offset, Math.min(bytes.length, offset + length));
    },
    close() {},
  };
}
