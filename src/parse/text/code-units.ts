import { endianness } from 'node:os';

/**
 * The UTF-16 code units of a text, with two zeros behind them, in an array that the next call overwrites. For loops over
 * every character: V8 keeps strings in ten shapes (one or two bytes a character; whole, joined, cut out, interned), and
 * where a function has met more than four of them it looks `charCodeAt` up anew for every character, which triples the
 * time of a loop. The copy is native and costs a tenth of a nanosecond a character.
 */
export function codeUnits(text: string): Uint16Array {
  const { length } = text;
  let units = shared;
  if (length + MARGIN > shared.length) {
    units = new Uint16Array(Math.max(length + MARGIN, 2 * shared.length));
    if (units.length <= MOST_KEPT) shared = units;
  }
  const bytes = Buffer.from(units.buffer, 0, 2 * length);
  bytes.write(text, 'utf16le');
  if (IS_BIG_ENDIAN) bytes.swap16();
  units[length] = 0;
  units[length + 1] = 0;
  return units;
}

/** So that a look at the next characters never leaves the array: one such read makes V8 check every later one. */
const MARGIN = 2;
/** Of a thread, 2 MB. Attack: a text of millions of characters, whose array would be held from then on. */
const MOST_KEPT = 2 ** 20;
const IS_BIG_ENDIAN = endianness() === 'BE';

let shared = new Uint16Array(2 ** 14);
