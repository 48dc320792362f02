/** A half-open range of byte offsets, [start, end). */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Bytes that can be read at random, without having all of them in memory.
 * `read` returns exactly the bytes that exist in the range asked for: fewer than `length` only at the end.
 */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  close(): void;
}
