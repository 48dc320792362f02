import { ALIKE } from '../../examine/lookalike/skeleton.ts';
import { lettersOf } from './registry-letters.ts';

// UTS 39 leaves ASCII alone; these are confused in common fonts, at small sizes and in a hurry.
const ASCII: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['l', 'i'],
  '3': ['8'],
  '5': ['s'],
  '6': ['9'],
  '8': ['3'],
  '9': ['6'],
  b: ['d', 'lb'],
  c: ['e'],
  d: ['b', 'cl', 'dl'],
  e: ['c'],
  g: ['q'],
  h: ['lh'],
  i: ['1', 'l'],
  k: ['lk', 'ik', 'lc'],
  l: ['1', 'i'],
  m: ['n', 'nn', 'rn', 'rr'],
  n: ['m', 'r'],
  o: ['0'],
  q: ['g'],
  s: ['5'],
  w: ['vv'],
};

// Small capitals, strokes, hooks and tails: Latin letters of their own that Unicode does not take apart.
const MARKED: Readonly<Record<string, string>> = {
  a: 'ɑəæ',
  b: 'ʙɓƅ',
  c: 'ƈᴄ',
  d: 'ɗđɖ',
  e: 'ɇ',
  f: 'ƒ',
  g: 'ɢɡǥ',
  h: 'ħɦⱨ',
  i: 'ıɩɨɪ',
  j: 'ʝɉ',
  k: 'ⱪᴋ',
  l: 'ɫł',
  m: 'ᴍɱ',
  n: 'ꞑ',
  o: 'ᴏøœ',
  p: 'ƿƥ',
  q: 'ʠ',
  r: 'ʀɼɽɍɾ',
  s: 'ʂꜱß',
  t: 'ŧƫ',
  u: 'ᴜʉ',
  v: 'ⱱᶌⱴᴠ',
  w: 'ⱳᴡ',
  y: 'ʏƴɏỿ',
  z: 'ʐᴢƶⱬ',
  '2': 'ƻ',
  '5': 'ƽ',
};

/** Letter → what may stand for it in a name under `suffix`, after the registry's table of letters. */
export function glyphsFor(suffix: string): ReadonlyMap<string, readonly string[]> {
  const allowed = lettersOf(suffix);
  const glyphs = new Map<string, string[]>();
  for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') {
    const beyond = [...(ACCENTED.get(letter) ?? []), ...(MARKED[letter] ?? '')].filter(
      (glyph) => allowed === null || allowed.has(glyph),
    );
    const found = [...new Set([...(ASCII[letter] ?? []), ...beyond])];
    if (found.length > 0) glyphs.set(letter, found);
  }
  return glyphs;
}

/** The whole label in another script, where every letter has a twin there: the classic Cyrillic spoof; else null. */
export function wholeInCyrillic(label: string): string | null {
  const letters = [...label].map((letter) => (/[a-z]/u.test(letter) ? cyrillicOf(letter) : letter));
  return letters.includes(undefined) ? null : letters.join('');
}

function cyrillicOf(letter: string): string | undefined {
  return [...(ALIKE[letter] ?? '')].find((other) => /\p{Script=Cyrillic}/u.test(other));
}

/** Latin letters with marks, from the Unicode data of the platform: those whose decomposition begins in ASCII. */
const ACCENTED: ReadonlyMap<string, readonly string[]> = accented();

function accented(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const blocks = [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const;
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      const letter = String.fromCodePoint(code);
      const base = letter.normalize('NFD')[0] ?? '';
      if (letter !== letter.toLowerCase() || !/^[a-z]$/u.test(base)) continue;
      found.set(base, [...(found.get(base) ?? []), letter]);
    }
  }
  return found;
}
