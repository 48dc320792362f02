import { Random } from './random.ts';

export type Language = 'en' | 'fr';

/** The most frequent words of each language, which every message has; the rest is made of syllables. */
const FREQUENT: Readonly<Record<Language, string>> = {
  en: 'the of and to in a is that for it was on are as with at be this from I have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ont cette mais ou aux comme tout nous sa été son fait elle être ces leur deux même si bien sans peut tous après ans faire où aussi entre dont encore temps voir contre années sous lui depuis déjà réunion équipe journée très là avant français élection budget note soir demain trésorerie député',
};

const SYLLABLES: Readonly<Record<Language, string>> = {
  en: 'ment tion ing er al ter con pro com re in de ex per sub port form gress lect mar stan ward ness ful dis trib vel ock ish und ear',
  fr: 'ment tion age eau eur euse con pré com ré in dé ex per sou port forme grès lec mar stan ville esse ité dis tri vel oir ème ant eux ché',
};

/** Distinct words in a text collection of this kind: enough that the index is not a toy. */
const VOCABULARY = 40_000;

/** Sentences of one language with word frequencies as in real text, so that an index has real work. */
export class Prose {
  readonly #words: Readonly<Record<Language, readonly string[]>>;

  constructor(seed: string) {
    this.#words = { en: vocabulary('en', seed), fr: vocabulary('fr', seed) };
  }

  words(language: Language, count: number, random: Random): string[] {
    const from = this.#words[language];
    return Array.from({ length: count }, () => from[random.rank(from.length)] ?? 'a');
  }

  sentence(language: Language, random: Random): string {
    const text = this.words(language, 4 + random.int(18), random).join(' ');
    const number = random.chance(0.1) ? ` ${random.int(100_000)}` : '';
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${number}.`;
  }

  /** Paragraphs in lines of at most about 72 characters, without a blank at the end of any. */
  paragraphs(language: Language, characters: number, random: Random): string[] {
    const lines: string[] = [];
    for (let length = 0; length < characters; ) {
      const count = 1 + random.int(6);
      const text = Array.from({ length: count }, () => this.sentence(language, random)).join(' ');
      lines.push(...wrapped(text), '');
      length += text.length;
    }
    return lines;
  }
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length > 71) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  // A line that starts with "From " would be read as a message of its own in an mbox.
  return [...lines, line].map((one) => one.replace(/^From /, 'from '));
}

function vocabulary(language: Language, seed: string): string[] {
  const random = new Random(`${seed} words ${language}`);
  const syllables = SYLLABLES[language].split(' ');
  const words = new Set(FREQUENT[language].split(' '));
  while (words.size < VOCABULARY) {
    words.add(Array.from({ length: 2 + random.int(3) }, () => random.pick(syllables)).join(''));
  }
  return [...words];
}
