import { skeletonOf } from '../../examine/lookalike/skeleton.ts';

/**
 * Tells at the speed of bytes which names cannot resemble any protected one, so that only the rest (some
 * percent) are parsed and compared. Of a label of six letters or more one edit leaves the first or the last
 * letters as they were, and the other resemblances leave them all; so a name that has neither end of any label
 * is no look-alike. Compared are skeletons (`skeletonOf`), three letters at a time, in a table of bits.
 */
export interface NameFilter {
  /** Whether the name in `bytes` from `start` to `end` has to be looked at. Names beyond ASCII always have. */
  readonly passes: (bytes: Uint8Array, start: number, end: number) => boolean;
}

/**
 * `brands` are looked for in any name; `platforms` only in names with a hyphen, as `service-alone` asks for one.
 * Without that difference a third of all names would pass for the sake of `off` and `one`.
 */
export function nameFilter(brands: readonly string[], platforms: Iterable<string>): NameFilter {
  const grams = new Uint8Array(1 << 15);
  for (const gram of [...platforms].flatMap(endsOf)) grams[packed(gram)] = PLATFORM;
  for (const gram of brands.flatMap(endsOf)) grams[packed(gram)] = BRAND;
  return { passes: (bytes, start, end) => passes(grams, bytes, start, end) };
}

const PLATFORM = 1;
const BRAND = 2;
const BOUNDARY = 31;
const NONE = 0;
const CLASSES = classes();

/** First and last three of a skeleton; of shorter labels two, which then have to be at the edge of a label. */
function endsOf(label: string): number[][] {
  const shape = [...skeletonOf(label)].map((letter) => CLASSES[letter.charCodeAt(0)] ?? NONE);
  if (shape.length < 3) return shape.length === 2 ? [[BOUNDARY, ...shape]] : [];
  const head = shape.slice(0, 3);
  if (shape.length < 6) return [head];
  if (shape.length > 7) return [head, shape.slice(-3)];
  return [head, [BOUNDARY, ...shape.slice(0, 2)], [...shape.slice(-2), BOUNDARY]];
}

function packed(gram: readonly number[]): number {
  return gram.reduce((sum, each) => (sum << 5) | each, 0);
}

function passes(grams: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  let gram = BOUNDARY;
  let before = 0;
  let hyphen = false;
  let platform = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return true;
    if (byte === HYPHEN) {
      // Two hyphens in a row: most likely punycode.
      if (before === HYPHEN) return true;
      before = byte;
      hyphen = true;
      continue;
    }
    const letter = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    const joined = joins(before, letter);
    // The pair is drawn as one letter: take back its first half.
    if (joined !== NONE) gram >>= 5;
    gram = ((gram << 5) | (joined !== NONE ? joined : (CLASSES[letter] ?? NONE))) & 0x7fff;
    const found = grams[gram];
    if (found === BRAND) return true;
    if (found === PLATFORM) platform = true;
    before = joined !== NONE ? 0 : letter;
  }
  const last = grams[((gram << 5) | BOUNDARY) & 0x7fff];
  return last === BRAND || (hyphen && (platform || last === PLATFORM));
}

const HYPHEN = 0x2d;
const [C, D, L, M, N, R, V, W] = [...'cdlmnrvw'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The class of `rn`, `vv` and `cl` (as in `skeletonOf`), else none. */
function joins(before: number, letter: number): number {
  if (before === R && letter === N) return CLASSES[M] ?? NONE;
  if (before === V && letter === V) return CLASSES[W] ?? NONE;
  if (before === C && letter === L) return CLASSES[D] ?? NONE;
  return NONE;
}

/** Byte → 5 bits. Letters of one skeleton share a class; some digits do for want of room, which only lets more pass. */
function classes(): Uint8Array {
  const table = new Uint8Array(256);
  const of = (letters: string, value: number) => {
    for (const letter of letters) table[letter.charCodeAt(0)] = value;
  };
  for (let letter = 0; letter < 26; letter++) table[0x61 + letter] = letter + 1;
  of('il1|', 12);
  of('o0', 15);
  of('s5', 19);
  of('23', 27);
  of('46', 28);
  of('78', 29);
  of('9', 30);
  of('.', BOUNDARY);
  return table;
}
