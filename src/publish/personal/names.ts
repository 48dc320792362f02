/** One person of a list, under every spelling given. */
export interface ListedName {
  /** As first written. */
  readonly name: string;
  readonly patterns: readonly RegExp[];
}

/** Attack, or a mistake: a phone book as a list of names. */
const MOST_NAMES = 20_000;
/** A part of a name shorter than this alone would hit every other word. */
const SHORTEST = 2;

/**
 * A list of names: one person a line, other spellings behind `|`, remarks behind `#`. Case, accents and the order of
 * first and last name do not matter; single words are found only when a line gives them so.
 */
export function listedNames(lines: readonly string[]): readonly ListedName[] {
  return lines.slice(0, MOST_NAMES).flatMap((line) => {
    const spellings = line
      .replace(/#.*$/u, '')
      .split('|')
      .map((one) => one.trim())
      .filter((one) => folded(one).text.replace(/[^\p{L}\p{N}]/gu, '').length >= SHORTEST);
    const [name] = spellings;
    return name === undefined ? [] : [{ name, patterns: spellings.flatMap(patternsOf) }];
  });
}

export interface FoundName {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** Where listed names stand in a text. */
export function findNames(text: string, names: readonly ListedName[]): readonly FoundName[] {
  if (names.length === 0) return [];
  const { text: flat, map } = folded(text);
  return names.flatMap(({ name, patterns }) =>
    patterns.flatMap((pattern) =>
      [...flat.matchAll(pattern)].map((match) => {
        const end = match.index + match[0].length;
        return { name, at: map[match.index] ?? 0, end: map[end] ?? text.length };
      }),
    ),
  );
}

function patternsOf(spelling: string): RegExp[] {
  const parts = folded(spelling)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const orders =
    parts.length > 1
      ? [parts, [...parts.slice(1), ...parts.slice(0, 1)], [...parts.slice(-1), ...parts.slice(0, -1)]]
      : [parts];
  const unique = [...new Set(orders.map((order) => order.join(GAP)))];
  return unique.map((order) => new RegExp(`(?<![\\p{L}\\p{N}])${order}(?![\\p{L}\\p{N}])`, 'gu'));
}

/** Between the parts of a name: blanks, a comma, a hyphen, an underscore, at most one line end. */
const GAP = '[^\\p{L}\\p{N}]{1,4}';

/** In small letters without accents, with the way back to each unit of the original. */
export function folded(text: string): { text: string; map: Uint32Array } {
  const map = new Uint32Array(text.length * 3 + 1);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const flat = sign.charCodeAt(0) < 0x80 ? sign.toLowerCase() : flatOf(sign);
    for (let index = 0; index < flat.length; index += 1) map[length + index] = at;
    length += flat.length;
    parts.push(flat);
    at += sign.length;
  }
  map[length] = text.length;
  return { text: parts.join(''), map };
}

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

function flatOf(sign: string): string {
  const flat = sign
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase();
  const known = LIGATURES[flat] ?? flat;
  return known.length <= 3 ? known : sign;
}
