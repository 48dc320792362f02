import { domainToUnicode } from 'node:url';

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
];

/**
 * The letters of a name beyond ASCII, spelt out: `U+0435 Cyrillic`. The name itself is only ever shown in ASCII,
 * for shown as it looks it would deceive the reader of the report too.
 */
export function strangeLetters(ascii: string): string[] {
  if (!ascii.includes('xn--')) return [];
  const letters = [...domainToUnicode(ascii)].filter((letter) => letter > '\u007f');
  return [...new Set(letters)].map((letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const script = SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0];
    return script === undefined ? `U+${code}` : `U+${code} ${script}`;
  });
}
