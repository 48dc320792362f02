export interface MarkedWord {
  /** Without accents, in lower case. */
  readonly word: string;
  /** Written with a star: every word that begins so. */
  readonly beginning: boolean;
}

/** Fields that look into what the reader sees; a word under any other field is in no text. */
const TEXT_FIELDS = /^(?:body|subject):/u;

/** The words of a query that may stand in a text (docs/query.md). Marks are a help: this is no parser. */
export function wordsOf(query: string): readonly MarkedWord[] {
  return query
    .split(/[\s()]+/u)
    .filter((part) => !part.startsWith('-') && !/^(?:AND|OR|NOT)$/u.test(part))
    .map((part) => part.replace(TEXT_FIELDS, ''))
    .filter((part) => !/^[a-z-]+:/u.test(part))
    .flatMap((part) => [...part.matchAll(/([\p{L}\p{N}]+)(\*?)/gu)])
    .map(([, word = '', star]) => ({
      word: word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
      beginning: star === '*',
    }));
}
