/** Reads somewhere in the file; shorter, or empty, where the bytes do not exist or are out of reach. */
export type Reach = (offset: number, length: number) => Uint8Array;

/** Reading from what is at hand, head and tail, and through `more` where it is given. */
export function reachOf(head: Uint8Array, tail: Uint8Array, size: number, more: Reach | null): Reach {
  const tailStart = size - tail.length;
  return (offset, length) => {
    if (offset < 0 || offset >= size) return head.subarray(0, 0);
    const end = Math.min(size, offset + length);
    if (end <= head.length) return head.subarray(offset, end);
    if (offset >= tailStart) return tail.subarray(offset - tailStart, end - tailStart);
    return more === null ? head.subarray(offset, end) : more(offset, end - offset);
  };
}
