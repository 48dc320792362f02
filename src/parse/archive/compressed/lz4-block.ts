import { failure, streamError } from '../outcome.ts';

/** How far back a match may point (LZ4 block format). */
export const HISTORY = 64 * 1024;
/** A match is at least this long. */
const SHORTEST_MATCH = 4;

/**
 * Decodes one LZ4 block into `out` from `at` on, where up to HISTORY bytes before it may be pointed at, and gives
 * where it ended. Throws a failure code as its error when the block is damaged or has no room.
 */
export function decodeLz4Block(input: Uint8Array, out: Uint8Array, at: number): number {
  let from = 0;
  let to = at;
  while (from < input.length) {
    const token = input[from++] ?? 0;
    let literals = token >>> 4;
    if (literals === 15) [literals, from] = longer(input, from, literals);
    if (from + literals > input.length || to + literals > out.length) damaged();
    out.set(input.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last sequence is literals alone.
    if (from === input.length) break;
    if (from + 2 > input.length) damaged();
    const distance = (input[from] ?? 0) | ((input[from + 1] ?? 0) << 8);
    from += 2;
    let match = token & 15;
    if (match === 15) [match, from] = longer(input, from, match);
    match += SHORTEST_MATCH;
    if (distance === 0 || distance > to || to + match > out.length) damaged();
    copyBack(out, to, distance, match);
    to += match;
  }
  return to;
}

/** 255 says that the length goes on in the next byte. */
function longer(input: Uint8Array, from: number, length: number): [length: number, from: number] {
  let [total, at] = [length, from];
  for (let byte = 255; byte === 255; ) {
    if (at >= input.length) damaged();
    byte = input[at++] ?? 0;
    total += byte;
  }
  return [total, at];
}

/** What overlaps itself repeats. */
function copyBack(out: Uint8Array, to: number, distance: number, length: number): void {
  if (distance >= length) out.copyWithin(to, to - distance, to - distance + length);
  else for (let index = 0; index < length; index++) out[to + index] = out[to + index - distance] ?? 0;
}

function damaged(): never {
  throw streamError(failure('malformed', 'The compressed data is damaged.'));
}
