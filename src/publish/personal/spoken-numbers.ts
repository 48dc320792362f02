import type { Step } from './readable.ts';

/**
 * A number below a hundred that is written in words, as figures: `zéro six, douze` gives `06 12`, `oh six one two` gives
 * `0612`. Single figures that follow each other are put together, since that is how they are dictated; `plus` before a
 * number is its sign. Null where no such word begins at `at`.
 */
export function spokenNumber(source: string, at: number): Step | null {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (!FIRST_LETTERS.has(sign.toLowerCase())) return null;
  SPOKEN.lastIndex = at;
  const match = SPOKEN.exec(source);
  if (match === null) return null;
  const [, word = '', gap = '', next = ''] = match;
  const figures = VALUES.get(plainWord(word)) ?? '';
  const isJoined = figures.length === 1 && VALUES.get(plainWord(next))?.length === 1;
  const parting = gap === '' || isJoined || figures === '+' ? '' : ' ';
  return { text: figures + parting, taken: word.length + gap.length };
}

/** Whether it is worth the while to read numbers in words: five in a row, the fewest of a telephone number in pairs. */
export function hasSpokenNumbers(text: string): boolean {
  return IN_A_ROW.test(text);
}

const FRENCH =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
/** By what they count from; Belgium and Switzerland have their own seventy, eighty and ninety. */
const FRENCH_TENS: readonly (readonly [string, number])[] = [
  ['dix', 10],
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['quatre-vingt', 80],
  ['nonante', 90],
];
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const VALUES: ReadonlyMap<string, string> = new Map(
  [...french(), ...english()].map(([word, value]) => [plainWord(word), value] as const),
);

function* french(): Generator<readonly [string, string]> {
  yield ['plus', '+'];
  for (const [value, word] of FRENCH.entries()) yield [word, String(value)];
  for (const [tens, from] of FRENCH_TENS) {
    yield [tens, String(from)];
    // Sixty and eighty go on to nineteen: soixante-quinze, quatre-vingt-douze.
    const last = from === 60 || tens === 'quatre-vingt' ? 19 : 9;
    for (let more = 1; more <= last; more++) {
      const word = FRENCH[more] ?? `dix-${FRENCH[more - 10] ?? ''}`;
      yield [`${tens}-${word}`, String(from + more)];
      if (more === 1 || more === 11) yield [`${tens}-et-${word}`, String(from + more)];
    }
  }
  yield ['quatre-vingts', '80'];
}

function* english(): Generator<readonly [string, string]> {
  yield ['oh', '0'];
  for (const [value, word] of ENGLISH.entries()) yield [word, String(value)];
  for (const [index, tens] of ENGLISH_TENS.entries()) {
    yield [tens, String(20 + 10 * index)];
    for (let more = 1; more <= 9; more++)
      yield [`${tens}-${ENGLISH[more] ?? ''}`, String(20 + 10 * index + more)];
  }
}

/** Small letters without accents, parts joined by hyphens: `Quatre vingt` and `quatre-vingt` are one. */
function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ \u00a0\u2010\u2011-]+/gu, '-');
}

/** Longer words first: `soixante-dix-huit` is one number. */
const WORDS = [...VALUES.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll('-', '[ \\u00a0\\u2010\\u2011-]').replace('zero', 'z[eé]ro'));
const WORD = `(?:${WORDS.join('|')})(?![\\p{L}\\p{N}])`;
/** What stands between numbers that are dictated. */
const GAP = '[\\s,;.–-]{1,4}';

const SPOKEN = new RegExp(`(?<![\\p{L}\\p{N}])(${WORD})(?:(${GAP})(?=(${WORD}|\\d)))?`, 'iuy');
const IN_A_ROW = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${WORD}|\\d{1,3})${GAP}){4}${WORD}`, 'iu');
const FIRST_LETTERS: ReadonlySet<string> = new Set([...VALUES.keys()].map((word) => word.slice(0, 1)));
