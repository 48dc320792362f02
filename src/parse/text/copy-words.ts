const SPACE = 0x20;

/**
 * Copies words with one space between them, from `start` and not as far as the last byte before `end`, to `out` in `to`,
 * and tells how many bytes that were. Stops at two spaces and at any byte below a space. Decides by the signs of
 * differences and not by branches: words have five letters, and the processor would guess wrong at the end of each.
 */
export function copyWords(from: Uint8Array, start: number, end: number, to: Uint8Array, out: number): number {
  const last = end - 1;
  // Never read past the end: one such read makes V8 check every later one.
  if (start >= last) return 0;
  const shift = out - start;
  let byte = from[start] as number;
  let i = start;
  for (; i < last; i++) {
    const next = from[i + 1] as number;
    const isWord = SPACE - byte;
    const isOneSpace = ((byte ^ SPACE) - 1) & (SPACE - next);
    if ((isWord | isOneSpace) >= 0) break;
    to[i + shift] = byte;
    byte = next;
  }
  return i - start;
}
