import type { Random } from '../model/random.ts';

/** Numbers that are what they are in every text: sizes, ports of call, round ones, years. */
const KEPT = new Set([...Array.from({ length: 14 }, (_, power) => 2 ** power), 80, 1000, 10_000, 443, 8080]);

/** Numbers that stand alone, and hashes. */
const NUMBER =
  /(?<![\p{L}\p{N}.,:;/_#@=<>~^+*$-])(?:\d{2,5}|\d{8,10}|(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{7,64})(?![\p{L}\p{N}/:_@=*^-]|[.,]\d)/gu;
/** Where a hunk of a patch stands: before and behind, moved by the same. */
const HUNK = /^@@ -(\d{2,5})(,\d{1,4})? \+(\d{2,5})(,\d{1,4})? @@/gm;
const MOST_MOVED = 40;

/** Other numbers in the texts of one mail; returns how many stand there changed. */
export function changeNumbers(texts: string[], random: Random): number {
  const known = new Map<string, string>();
  let changes = 0;
  texts.forEach((text, at) => {
    texts[at] = text
      .replace(NUMBER, (found) => {
        const other = otherNumber(found, known, random);
        if (other !== found) changes++;
        return other;
      })
      .replace(HUNK, (_all, from: string, lines = '', to: string, after = '') => {
        const by = random.between(1, MOST_MOVED);
        changes++;
        return `@@ -${Number(from) + by}${lines} +${Number(to) + by}${after} @@`;
      });
  });
  return changes;
}

/**
 * Another number of as many digits, a hash of as many characters; round stays round, what could be a day of the month
 * stays one. The same for the same in one mail, as `known` has it.
 */
function otherNumber(found: string, known: Map<string, string>, random: Random): string {
  const before = known.get(found);
  if (before !== undefined) return before;
  const other = isKept(found) ? found : made(found, random);
  known.set(found, other);
  return other;
}

function isKept(found: string): boolean {
  const value = Number(found);
  return KEPT.has(value) || (value >= 1900 && value < 2100) || (value % 100 === 0 && value > 0);
}

function made(found: string, random: Random): string {
  if (!/^\d{1,10}$/.test(found))
    return found.replace(/[0-9a-f]/g, () => random.letters(1, '0123456789abcdef'));
  const value = Number(found);
  if (found.startsWith('0')) return found;
  const step = value % 10 === 0 ? 10 : 1;
  const [low, high] = value <= 28 ? [10, 28] : [10 ** (found.length - 1), 10 ** found.length - 1];
  const other = step * random.between(Math.ceil(low / step), Math.floor(high / step));
  return String(other === value ? (other + step > high ? low : other + step) : other);
}
