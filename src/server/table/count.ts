/** How many of the hits have each number of a column; -1 counts for nothing. */
export function countColumn(items: Uint32Array, column: Int32Array | Uint8Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const item of items) {
    const value = column[item] ?? -1;
    if (value >= 0) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

export interface CountedNumber {
  readonly number: number;
  readonly count: number;
}

/** The most frequent, and how many there are at all. */
export function mostFrequent(
  counts: Uint32Array,
  most: number,
): { readonly top: readonly CountedNumber[]; readonly more: boolean } {
  const all: CountedNumber[] = [];
  counts.forEach((count, number) => {
    if (count > 0) all.push({ number, count });
  });
  all.sort((a, b) => b.count - a.count || a.number - b.number);
  return { top: all.slice(0, most), more: all.length > most };
}
