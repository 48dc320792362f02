const DIGIT = 0x10000;

/**
 * Sorts records by their first words, by the digits of these from the last to the first (Knuth, The Art of Computer
 * Programming 3, section 5.2.5): no comparisons, no object for any of them, and stable.
 *
 * @returns an array of the same length, of which the first `used` words are sorted; what was given is overwritten
 */
export function radixSorted(words: Int32Array, used: number, width: number, keys: number): Int32Array {
  let from = words;
  let to: Int32Array | null = null;
  const counts = new Uint32Array(DIGIT);
  for (let key = keys - 1; key >= 0; key--) {
    for (const shift of [0, 16]) {
      if (!countDigits(from, used, width, key, shift, counts)) continue;
      to ??= new Int32Array(words.length);
      scatter(from, to, used, width, key, shift, counts);
      [from, to] = [to, from];
    }
  }
  return from;
}

/** Turns counts into places. False where all records have the same digit. */
function countDigits(
  from: Int32Array,
  used: number,
  width: number,
  key: number,
  shift: number,
  counts: Uint32Array,
): boolean {
  counts.fill(0);
  for (let at = key; at < used; at += width) {
    const digit = ((from[at] ?? 0) >>> shift) & 0xffff;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  const first = ((from[key] ?? 0) >>> shift) & 0xffff;
  if ((counts[first] ?? 0) * width >= used) return false;
  let place = 0;
  for (let digit = 0; digit < DIGIT; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = place;
    place += count;
  }
  return true;
}

function scatter(
  from: Int32Array,
  to: Int32Array,
  used: number,
  width: number,
  key: number,
  shift: number,
  places: Uint32Array,
): void {
  for (let at = 0; at < used; at += width) {
    const digit = ((from[at + key] ?? 0) >>> shift) & 0xffff;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    const target = place * width;
    for (let word = 0; word < width; word++) to[target + word] = from[at + word] ?? 0;
  }
}
