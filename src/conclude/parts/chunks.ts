/** So many together as they come, the last ones fewer; one chunk is held. */
export function* chunked<T>(all: Iterable<T>, size: number): IterableIterator<readonly T[]> {
  let chunk: T[] = [];
  for (const each of all) {
    if (chunk.push(each) < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Neighbours together, until each chunk has the size asked for or is one that is larger by itself. */
export function chunksOf<T>(
  all: readonly T[],
  size: number,
  sizeOf: (each: T) => number,
): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const each of all) {
    if (held >= size) {
      chunks.push([]);
      held = 0;
    }
    chunks.at(-1)?.push(each);
    held += sizeOf(each);
  }
  return chunks;
}
