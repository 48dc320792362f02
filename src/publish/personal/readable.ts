import { disguise } from './disguise.ts';
import { figureWord } from './drawn-figures.ts';
import { spokenNumber } from './spoken-numbers.ts';

/** A text made easy to search, and the way back: unit `i` of it stands for `[from[i], to[i])` of the original. */
export interface Readable {
  readonly text: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * How a text is made readable: `plain` drops what has no width and takes compatibility forms (full-width digits become plain
 * ones); `flow` takes a line end and the quotation marks of mail behind it for one blank as well, since numbers are broken
 * there; `undisguised` undoes percent signs, `(at)` and `[dot]`, and takes addresses of the web apart; `closed` closes up
 * words that are set letter by letter; `regrouped` takes whatever parts the cells of a table for one blank; `spoken` writes
 * numbers in words as figures; `figured` takes letters in numbers for the figures they are drawn as.
 */
export type ReadingWay = 'plain' | 'flow' | 'undisguised' | 'closed' | 'regrouped' | 'spoken' | 'figured';

/** The text made readable, each character with where it came from. */
export function readable(source: string, way: ReadingWay = 'plain'): Readable {
  const room = source.length * MOST_EXPANDED;
  const [from, to] = [new Uint32Array(room), new Uint32Array(room)];
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < source.length; ) {
    const step = STEPS[way](source, at) ?? signAt(source, at);
    for (let unit = 0; unit < step.text.length; unit += 1) {
      from[length + unit] = at;
      to[length + unit] = at + step.taken;
    }
    length += step.text.length;
    parts.push(step.text);
    at += step.taken;
  }
  return { text: parts.join(''), from, to };
}

/** The piece of the original that `[at, end)` of the readable text stands for. */
export function originalRange({ from, to }: Readable, at: number, end: number): { at: number; end: number } {
  return { at: from[at] ?? 0, end: to[end - 1] ?? 0 };
}

/** What a piece of the original is read as. */
export interface Step {
  readonly text: string;
  /** Units of the original. */
  readonly taken: number;
}

/** What a way does at an offset of its own; null where it takes the sign as every way does. */
const STEPS: Readonly<Record<ReadingWay, (source: string, at: number) => Step | null>> = {
  plain: () => null,
  flow: lineEnd,
  undisguised: disguise,
  closed: letterSpace,
  regrouped: cellEdge,
  spoken: spokenNumber,
  figured: figureWord,
};

/** Longer decompositions (some ligatures of Arabic have eighteen) are left as they are. */
const MOST_EXPANDED = 4;

/** Zero width, soft hyphens, marks of direction: they part a number in two for a program, and for nobody else. */
const WITHOUT_WIDTH = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/u;

function signAt(source: string, at: number): Step {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const taken = sign.length;
  if (sign.charCodeAt(0) < 0xa0) return { text: sign, taken };
  if (WITHOUT_WIDTH.test(sign)) return { text: '', taken };
  if (DASH.test(sign)) return { text: '-', taken };
  if (DIGIT.test(sign)) return { text: digitOf(sign), taken };
  const form = sign.normalize('NFKC');
  return { text: form.length <= MOST_EXPANDED * taken ? form : sign, taken };
}

/** Typographers part numbers by dashes that are no hyphens. */
const DASH = /^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/u;
const DIGIT = /^\p{Nd}$/u;

/** Digits of every script stand in runs of ten, from nought on; runs that touch begin at multiples of ten. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

function lineEnd(source: string, at: number): Step | null {
  if (source[at] !== '\n' && source[at] !== '\r') return null;
  let end = at + 1;
  while (end < source.length && /[\r\n> \t]/u.test(source[end] ?? '')) end += 1;
  // An address is broken behind its sign, and has no blank there; where there was one already, it is one still.
  return { text: /[@ \t]/u.test(source[at - 1] ?? '') ? '' : ' ', taken: end - at };
}

/** The blank between two letters or digits that stand alone: `T o u r n i e r`, as headings and some PDF files set words. */
function letterSpace(source: string, at: number): Step | null {
  if (!' \u00a0\u2009\u202f'.includes(source[at] ?? '')) return null;
  const around = source.slice(Math.max(0, at - 2), at + 3);
  return LETTER_SPACE.test(at < 2 ? ` ${around}` : around) ? { text: '', taken: 1 } : null;
}

const LETTER_SPACE = /^[^\p{L}\p{N}][\p{L}\p{N}].[\p{L}\p{N}](?![\p{L}\p{N}])/u;

/** What parts the cells of a table, or groups of a number in the hand of somebody in a hurry: `FR76 / 3000 | 6000`. */
function cellEdge(source: string, at: number): Step | null {
  if (!' \t\r\n\u00a0\u202f_|/,;:·•*.-–'.includes(source[at] ?? '')) return null;
  CELL_EDGE.lastIndex = at;
  const found = CELL_EDGE.exec(source)?.[0];
  return found === undefined ? null : { text: ' ', taken: found.length };
}

const CELL_EDGE = /(?<=[\p{L}\p{N}])[\s_|/,;:·•*.\-–]{1,6}(?=[\p{L}\p{N}])/uy;
