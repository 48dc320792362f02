import type { ByteSource, ContainerEntry } from '../../model/index.ts';

/** A message that lies in one piece in a mailbox file. */
export interface StoredMessage extends Pick<ContainerEntry, 'index' | 'facts'> {
  readonly start: number;
  readonly size: number;
}

/** The entry of a message by its place: as much of it as the file holds, and nothing of one above `itemBytes`. */
export function storedEntry(
  source: ByteSource,
  { index, start, size, facts }: StoredMessage,
  itemBytes: number,
): ContainerEntry {
  const entry = { index, name: '', defects: [], facts };
  if (size > itemBytes) {
    const detail = `${size} bytes, more than one item may take (${itemBytes}).`;
    return { ...entry, outcome: { type: 'failed', failure: { code: 'too-large', detail } } };
  }
  const bytes = source.read(start, size);
  if (bytes.length === size) return { ...entry, outcome: { type: 'bytes', bytes } };
  const failure = { code: 'truncated', detail: 'The file ends before its message does.' } as const;
  if (bytes.length === 0) return { ...entry, outcome: { type: 'failed', failure } };
  return { ...entry, outcome: { type: 'partial', bytes, failure } };
}
