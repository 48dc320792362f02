import { FREQUENT_WORDS, SCRIPTS } from './language-words.ts';
import { hashWords, LINK, MIXED, NUMBER, type WordHashes } from './word-hashes.ts';
import { WordTable } from './word-table.ts';

/** Characters looked at: the beginning tells, and long documents must not cost more than short ones. */
const LOOKED_AT = 2_500;
/** So many words tell a language as well as all of them. */
const MOST_WORDS = 250;
/** Fewer words are a signature or a greeting, and anything may be in them. */
const FEWEST_WORDS = 6;
/** Share of the words that must be frequent ones; running text has 0.3 to 0.5, tables and code next to none. */
const FEWEST_FREQUENT = 0.15;
/** One word repeated in a header is no language. */
const FEWEST_HITS = 4;
/** Nor are the labels of a chart that say `(en)` four times. */
const FEWEST_DIFFERENT = 2;
/** How much better than the second the first must be. */
const LEAD = 1.08;
/** Characters of another script to one Latin or Cyrillic letter that settle it. */
const MOST_LETTERS = 0.3;

/**
 * The language most of a text is in, as ISO 639-1, or null where it cannot be told: too short, a table, code, a
 * language without a list. Counts the frequent words of 24 languages; by script where that is enough. No memory to
 * speak of, where trained models take 90 MB of each worker (decision 0112).
 */
export function languageOf(text: string): string | null {
  return languageOfWords(text, hashWords(text.slice(0, LOOKED_AT), false));
}

/** The same for a text whose words were read already. */
export function languageOfWords(text: string, words: WordHashes): string | null {
  const byScript = words.foreign === 0 ? null : scriptOf(text.slice(0, LOOKED_AT));
  if (byScript !== null) return byScript;
  counts.fill(0);
  different.fill(0);
  met.fill(0);
  let looked = 0;
  for (let at = 0; at < words.count && looked < MOST_WORDS; at++) {
    if (((words.kinds[at] ?? 0) & (NUMBER | MIXED | LINK)) !== 0) continue;
    looked++;
    const index = TABLE.get(words.hashes[at] ?? 0);
    if (index < 0) continue;
    const isNew = met[index] === 0 ? 1 : 0;
    met[index] = 1;
    const after = LANGUAGES_FROM[index + 1] ?? 0;
    for (let each = LANGUAGES_FROM[index] ?? 0; each < after; each++) {
      const language = LANGUAGES_OF[each] ?? 0;
      counts[language] = (counts[language] ?? 0) + 1;
      different[language] = (different[language] ?? 0) + isNew;
    }
  }
  return looked < FEWEST_WORDS ? null : best(counts, looked);
}

const LANGUAGES = Object.keys(FREQUENT_WORDS);

/** All that `languageOf` can tell. */
export const TOLD_LANGUAGES: readonly string[] = [
  ...new Set([...LANGUAGES, ...SCRIPTS.map(([language]) => language)]),
];

const counts = new Float64Array(LANGUAGES.length);

const LANGUAGES_BY_WORD: ReadonlyMap<string, readonly number[]> = (() => {
  const out = new Map<string, number[]>();
  for (const [index, language] of LANGUAGES.entries()) {
    for (const word of new Set((FREQUENT_WORDS[language] ?? '').split(' '))) {
      const known = out.get(word);
      if (known === undefined) out.set(word, [index]);
      else known.push(index);
    }
  }
  return out;
})();
const TABLE = WordTable.ofWords(LANGUAGES_BY_WORD.keys());
/** The languages of all words, one word's behind the other's, and where those of each word begin. */
const LANGUAGES_OF = Uint8Array.from([...LANGUAGES_BY_WORD.values()].flat());
const LANGUAGES_FROM = new Uint16Array(LANGUAGES_BY_WORD.size + 1);
for (const [at, { length }] of [...LANGUAGES_BY_WORD.values()].entries())
  LANGUAGES_FROM[at + 1] = (LANGUAGES_FROM[at] ?? 0) + length;
/** Frequent words met, each once, and how many of them each language has. */
const met = new Uint8Array(LANGUAGES_BY_WORD.size);
const different = new Float64Array(LANGUAGES.length);

function best(counts: Float64Array, words: number): string | null {
  let first = 0;
  let second = 0;
  let winner = 0;
  for (let language = 0; language < counts.length; language++) {
    const count = counts[language] ?? 0;
    if (count > first) {
      second = first;
      first = count;
      winner = language;
    } else if (count > second) second = count;
  }
  if ((different[winner] ?? 0) < FEWEST_DIFFERENT) return null;
  if (first < FEWEST_HITS || first < words * FEWEST_FREQUENT || first < second * LEAD) return null;
  return LANGUAGES[winner] ?? null;
}

/** Of the characters that are neither Latin nor Cyrillic, if they are many; most texts end at the first look. */
function scriptOf(text: string): string | null {
  let foreign = '';
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (
      code >= FIRST_FOREIGN &&
      !(code >= CYRILLIC && code < AFTER_CYRILLIC) &&
      !(code >= PUNCTUATION && code < AFTER_SYMBOLS)
    )
      foreign += text[at];
    else if (code >= 0x41) letters++;
  }
  if (foreign.length <= letters * MOST_LETTERS) return null;
  return SCRIPTS.find(([, script]) => script.test(foreign))?.[0] ?? null;
}

const FIRST_FOREIGN = 0x370;
const CYRILLIC = 0x400;
const AFTER_CYRILLIC = 0x530;
const PUNCTUATION = 0x2000;
const AFTER_SYMBOLS = 0x2e80;
