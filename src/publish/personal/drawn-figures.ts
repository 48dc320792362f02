import type { Step } from './readable.ts';

/**
 * Letters that stand in a number for the figures they are drawn as: `O6 I2 34 56 78`. Whole words alone are read so, that
 * have a figure and nothing but figures and such letters; `I` and `O` by themselves are words.
 */
export function figureWord(source: string, at: number): Step | null {
  if (!STARTS.test(source[at] ?? '')) return null;
  FIGURE_WORD.lastIndex = at;
  const found = FIGURE_WORD.exec(source)?.[0];
  if (found === undefined) return null;
  return { text: found.replace(/[OoIl]/gu, (letter) => FIGURES[letter] ?? letter), taken: found.length };
}

/** Whether it is worth the while. */
export function hasFigureWords(text: string): boolean {
  return ANY_FIGURE_WORD.test(text);
}

const FIGURES: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };
const STARTS = /[\dOoIl]/u;
/** No identifier that is looked for has more figures in one piece. */
const SHAPE = String.raw`(?<![\p{L}\p{N}])(?=[OoIl]{0,34}\d)(?=\d{0,34}[OoIl])[\dOoIl]{2,34}(?![\p{L}\p{N}])`;
const FIGURE_WORD = new RegExp(SHAPE, 'uy');
const ANY_FIGURE_WORD = new RegExp(SHAPE, 'u');

/**
 * A part of a name as a pattern that takes for each letter the figures and signs it is drawn as too: `T0urn1er`,
 * `Ch|oé`, `M4rt!n`. Between `i` and `l` the typeface decides.
 *
 * @param part in small letters without accents
 */
export function drawnAs(part: string): string {
  return [...part].map((letter) => DRAWN[letter] ?? letter).join('');
}

const DRAWN: Readonly<Record<string, string>> = {
  a: '[a4@]',
  b: '[b8]',
  e: '[e3€]',
  g: '[g69]',
  i: '[il1|!]',
  l: '[li1|!]',
  o: '[o0]',
  s: '[s5$]',
  t: '[t7]',
  z: '[z2]',
};

/** Whether a text has a word in which a figure, or the other of `I` and `l`, stands for a letter. */
export function hasDrawnLetters(text: string): boolean {
  return MIXED.test(text);
}

/**
 * Whether a name that was found by `drawnAs` is written with such signs, and is rather a word than a number: `A11` is a
 * motorway and not Ali.
 */
export function isDrawn(found: string): boolean {
  const letters = found.match(/\p{L}/gu)?.length ?? 0;
  const figures = found.match(/[\d@$€!|]/gu)?.length ?? 0;
  return letters + figures >= SHORTEST_DRAWN && letters > figures && MIXED.test(found);
}

/** Signs: shorter ones are abbreviations and numbers of roads. */
const SHORTEST_DRAWN = 4;
const MIXED = /\p{L}[\d@$€!|]|[\d@$€!|]\p{L}|\p{Ll}I|\p{Lu}l\p{Lu}/u;
