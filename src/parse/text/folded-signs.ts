/** What is between words. */
export const OTHER = 0;
export const LINE = 1;
export const INVISIBLE = 2;
export const COMBINING = 3;
/** A character of a script that is written without spaces. */
export const LONE = 4;
export const MONEY = 5;
export const COLON_SIGN = 6;
/** What is folded to this or more is a letter or digit, and this is its lower case. */
export const FIRST_LETTER = 0x30;
export const FIRST_SMALL = 0x61;
/** Greek is the first block behind Latin and its accents. */
export const FIRST_FOREIGN = 0x370;

/**
 * What each UTF-16 unit is, by blocks of Unicode beyond Greek, Cyrillic, Hebrew and Arabic: tables of properties would
 * be larger and tell no more words apart. 128 KB, of which a text touches a few lines.
 */
export const FOLDED = new Uint16Array(2 ** 16);

/** Alphabets that have lower case, or none. */
for (let code = 0xc0; code < 0x2000; code++) FOLDED[code] = lowerCase(code);
for (const code of [0xaa, 0xb5, 0xba]) FOLDED[code] = code;
for (const [from, before] of [
  [0x2e80, 0x3000],
  [0x3040, 0xa000],
  [0xac00, 0xd7b0],
  [0xf900, 0xfb00],
] as const)
  FOLDED.fill(LONE, from, before);
for (const [from, before] of [
  [0xa000, 0xac00],
  [0xfb00, 0xfe00],
  [0xfe10, 0xff00],
  [0xff10, 0x10000],
] as const)
  for (let code = from; code < before; code++) FOLDED[code] = code;
FOLDED.fill(COMBINING, 0x300, 0x370);
FOLDED.fill(INVISIBLE, 0xfe00, 0xfe10);
for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]) FOLDED[code] = INVISIBLE;
for (const code of [0xd7, 0xf7]) FOLDED[code] = OTHER;
for (let code = 0x30; code < 0x3a; code++) FOLDED[code] = code;
for (let code = 0x61; code < 0x7b; code++) {
  FOLDED[code] = code;
  FOLDED[code - 0x20] = code;
}
for (const sign of '$£€') FOLDED[sign.charCodeAt(0)] = MONEY;
FOLDED[0x0a] = LINE;
FOLDED[0x3a] = COLON_SIGN;

function lowerCase(code: number): number {
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}
