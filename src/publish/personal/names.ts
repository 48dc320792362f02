import { drawnAs, hasDrawnLetters, isDrawn } from './drawn-figures.ts';
import { hasShapes, latinShape } from './letter-shapes.ts';

/** One person of a list, under every spelling given. */
export interface ListedName {
  /** As first written. */
  readonly name: string;
  readonly patterns: readonly RegExp[];
  /** The same with figures and signs for the letters they are drawn as. */
  readonly drawn: readonly RegExp[];
}

/** Attack, or a mistake: a phone book as a list of names. */
const MOST_NAMES = 20_000;
/** A part of a name shorter than this alone would hit every other word. */
const SHORTEST = 2;

/**
 * A list of names: one person a line, other spellings behind `|`, remarks behind `#`. Case, accents and the order of
 * first and last name do not matter, nor letters of other scripts, figures and signs that are drawn as those of the name;
 * `O. Panisse` and `Mme Tournier` are found as well, single words only when a line gives them so.
 */
export function listedNames(lines: readonly string[]): readonly ListedName[] {
  const listed = lines.slice(0, MOST_NAMES).flatMap((line) => {
    const spellings = line
      .replace(/#.*$/u, '')
      .split('|')
      .map((one) => one.trim())
      .filter((one) => folded(one).text.replace(/[^\p{L}\p{N}]/gu, '').length >= SHORTEST);
    const [name] = spellings;
    return name === undefined ? [] : [{ name, spellings: [...new Set(spellings.flatMap(inShapes))] }];
  });
  const short = shortForms(listed);
  const known = new Map(listed.map(({ name, spellings }) => [name, spellings] as const));
  return [
    ...listed,
    ...[...short.keys()].filter((name) => !known.has(name)).map((name) => ({ name, spellings: [] })),
  ].map(({ name, spellings }) => {
    const forms = [...spellings.flatMap(formsOf), ...(short.get(name) ?? [])];
    return { name, patterns: forms.map((form) => form(escaped)), drawn: forms.map((form) => form(drawnAs)) };
  });
}

/** A form of a name as a pattern, given how its parts are written. */
type Form = (write: (part: string) => string) => RegExp;

/** A spelling, and what it becomes where letters are taken for the Latin ones they are drawn as: `Путин` gives `пytин`. */
function inShapes(spelling: string): readonly string[] {
  if (!hasShapes(spelling)) return [spelling];
  const cases = [spelling, spelling.toLowerCase(), spelling.toUpperCase()];
  return [spelling, ...cases.map((one) => folded(one, latinShape).text)];
}

interface Listed {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** `O. Panisse`, `Mme Tournier`, by name. Where two of a list share a last name it is not told whose it is. */
function shortForms(listed: readonly Listed[]): ReadonlyMap<string, readonly Form[]> {
  const byLast = new Map<string, { name: string; initial: string }[]>();
  for (const { name, spellings } of listed)
    for (const spelling of spellings) {
      const parts = partsOf(spelling);
      const [first = '', last = ''] = [parts[0], parts.at(-1)];
      if (parts.length < 2 || last.length < SHORTEST_LAST) continue;
      const people = byLast.get(last) ?? [];
      byLast.set(last, [...people, { name, initial: initialsOf(spelling, first) }]);
    }
  const forms = new Map<string, Form[]>();
  for (const [last, people] of byLast) {
    const names = new Set(people.map(({ name }) => name));
    const name = names.size === 1 ? (people[0]?.name ?? last) : last;
    const initials = [...new Set(people.map(({ initial }) => initial[0] ?? ''))].join('');
    // `JP Martin`, of Jean-Pierre: several letters are an initial without a point as well.
    const doubled = [...new Set(people.map(({ initial }) => initial))].filter((one) => one.length > 1);
    const lead = [
      `${TITLES}${PARTING}{1,3}${PARTICLES}`,
      `[${initials}]\\.${PARTING}{0,2}${MORE_INITIALS}`,
      ...doubled.map((one) => `${[...one].join(`${PARTING}{0,3}`)}${PARTING}{1,3}`),
    ].join('|');
    const form: Form = (write) => whole(`(?:${lead})${write(last)}`);
    forms.set(name, [...(forms.get(name) ?? []), form]);
  }
  return forms;
}

/** `jp` of Jean-Pierre Martin, `c` of Chloé Tournier: first names that a hyphen joins give one letter each. */
function initialsOf(spelling: string, first: string): string {
  const [head = ''] = folded(spelling)
    .text.trim()
    .split(/[\s,]+/u);
  const parts = head.split(/[-\u2010\u2011]/u).filter((part) => part !== '');
  return parts.length > 1 ? parts.map((part) => [...part][0] ?? '').join('') : ([...first][0] ?? '');
}

/**
 * What is no letter or figure becomes a blank before names are looked for, but for full stops and what letters are drawn as.
 * Patterns can then do without classes of Unicode, of which each takes V8 a millisecond to compile: of 300 names 1 s.
 */
const PARTING = '[ .@$€!|]';
const IN_WORD = '[^ .@$€!|]';
const PARTS = /[^\p{L}\p{N}.@$€!|]/gu;

/** A last name shorter than this is also a syllable. */
const SHORTEST_LAST = 3;
const TITLES =
  '(?:mm?\\.|mme|mmes|mlle|mr\\.?|mrs\\.?|ms\\.?|monsieur|madame|mademoiselle|maitre|dr\\.?|docteur|professeur|pr\\.)';
/** `J.-P. Martin`. */
const MORE_INITIALS = `(?:[^ .@$€!|]\\.${PARTING}{0,2}){0,2}`;
const PARTICLES = `(?:(?:de|du|des|la|le|van|von|der|den|d|l)${PARTING}{1,2}){0,3}`;

export interface FoundName {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** Where listed names stand in a text. */
export function findNames(text: string, names: readonly ListedName[]): readonly FoundName[] {
  if (names.length === 0) return [];
  const flat = folded(text);
  const found = namesIn(text, flat, names);
  if (hasShapes(text)) found.push(...namesIn(text, folded(text, latinShape), names));
  if (!hasDrawnLetters(text)) return found;
  const drawn = names.map(({ name, drawn }) => ({ name, patterns: drawn }));
  found.push(...namesIn(text, flat, drawn).filter(({ at, end }) => isDrawn(text.slice(at, end))));
  return found;
}

function namesIn(
  text: string,
  { text: flat, map }: Folded,
  names: readonly Pick<ListedName, 'name' | 'patterns'>[],
): FoundName[] {
  const words = flat.replace(PARTS, (sign) => ' '.repeat(sign.length));
  return names.flatMap(({ name, patterns }) =>
    patterns.flatMap((pattern) =>
      [...words.matchAll(pattern)].flatMap((match) => {
        const end = match.index + match[0].length;
        const found = { name, at: map[match.index] ?? 0, end: map[end] ?? text.length };
        const { parting, middle } = match.groups ?? {};
        if (parting === undefined || middle === undefined) return [found];
        // What stands between first and last name is a name itself, or these are two people: "Chloé voit Tournier".
        const own = map[match.index + match[0].indexOf(parting + middle) + parting.length] ?? 0;
        return /^\p{Lu}/u.test(text.slice(own, own + 2)) ? [found] : [];
      }),
    ),
  );
}

function formsOf(spelling: string): Form[] {
  const parts = partsOf(spelling);
  const orders =
    parts.length > 1
      ? [parts, [...parts.slice(1), ...parts.slice(0, 1)], [...parts.slice(-1), ...parts.slice(0, -1)]]
      : [parts];
  const unique = [...new Map(orders.map((order) => [order.join(' '), order])).values()];
  // Written as one word (`jeanpierre.martin`) only names long enough to be no other word: "Marc Hand" is a merchant.
  const gap = parts.join('').length >= LONG_AS_ONE_WORD ? GAP.replace('{1,4}', '{0,4}') : GAP;
  // Between two parts, as first given, one more word may stand.
  const middle = parts.length === 2 ? `(?:(?<parting>${GAP})(?<middle>[^ .@$€!|]{2,20}))?${gap}` : gap;
  return unique.map(
    (order, index) => (write: (part: string) => string) =>
      whole(order.map(write).join(index === 0 ? middle : gap)),
  );
}

/** No letter or figure on either side. */
function whole(pattern: string): RegExp {
  return new RegExp(`(?<!${IN_WORD})${pattern}(?!${IN_WORD})`, 'gu');
}

/** Letters. */
const LONG_AS_ONE_WORD = 10;

function partsOf(spelling: string): string[] {
  return folded(spelling)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

function escaped(part: string): string {
  return part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** Between the parts of a name: blanks, a comma, a hyphen, an underscore, at most one line end. */
const GAP = `${PARTING}{1,4}`;

/** A text in small letters without accents, and for each unit of it the offset in the original. */
export interface Folded {
  readonly text: string;
  readonly map: Uint32Array;
}

/** What a letter is taken for, or null for itself. */
type Shape = (sign: string) => string | null;

/** Folds a text; with `shape`, letters of other scripts become what they are drawn as. */
export function folded(text: string, shape: Shape = () => null): Folded {
  const map = new Uint32Array(text.length * 3 + 1);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const flat = sign.charCodeAt(0) < 0x80 ? sign.toLowerCase() : flatOf(sign, shape);
    for (let index = 0; index < flat.length; index += 1) map[length + index] = at;
    length += flat.length;
    parts.push(flat);
    at += sign.length;
  }
  map[length] = text.length;
  return { text: parts.join(''), map };
}

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

function flatOf(sign: string, shape: Shape): string {
  const flat = [...sign.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')]
    .map((letter) => shape(letter) ?? letter)
    .join('')
    .toLowerCase();
  const known = LIGATURES[flat] ?? flat;
  return known.length <= 3 ? known : sign;
}
