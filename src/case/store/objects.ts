/** Bytes that lie nowhere else: stored once by SHA-256, written whole or not at all. */
export interface ObjectStore {
  has(sha256: string): boolean;
  put(bytes: Uint8Array, sha256: string): void;
  /** Spools chunks of unknown total; returns the hash and size. */
  putStream(
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<{ sha256: string; size: number }>;
  /** Absolute path of the object's file, to be opened read-only as a ByteSource. */
  pathOf(sha256: string): string;
}
