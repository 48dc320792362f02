import type { ByteSource, ContainerEntry, ContainerReader } from '../../src/model/index.ts';

/** Bytes in memory as a source that counts what is read of it. */
export class CountingSource implements ByteSource {
  readonly size: number;
  bytesRead = 0;
  largestRead = 0;
  closed = false;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    const part = this.#bytes.subarray(offset, offset + length);
    this.bytesRead += part.length;
    this.largestRead = Math.max(this.largestRead, part.length);
    return part;
  }

  close(): void {
    this.closed = true;
  }
}

export async function allEntries(reader: ContainerReader, from = 0): Promise<ContainerEntry[]> {
  return Array.fromAsync(reader.entries(from));
}

/** The bytes of an entry; none when it failed. */
export function entryBytes(entry: ContainerEntry | undefined): Buffer {
  const outcome = entry?.outcome;
  return Buffer.from(outcome !== undefined && 'bytes' in outcome ? outcome.bytes : []);
}

/** The bytes of an entry as text, one character a byte. */
export function entryText(entry: ContainerEntry | undefined): string {
  return entryBytes(entry).toString('latin1');
}
