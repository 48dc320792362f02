/**
 * Chinese and Japanese put no space between words, so that the index would take a clause for one word and find it as a
 * whole alone. Each character of these scripts is a word to it instead, and what is looked for a phrase of them;
 * Korean has spaces, and stays as it is.
 */
const IDEOGRAPH =
  /[\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d]|[\ud840-\ud88d][\udc00-\udfff]/;
const ALL = new RegExp(IDEOGRAPH, 'g');
const PIECES = new RegExp(`(?:${IDEOGRAPH.source})|(?:(?!${IDEOGRAPH.source})[^])+`, 'g');

/** A text as the index takes it: spaces around each such character. Most texts have none, and come back as they are. */
export function apartIdeographs(text: string): string {
  return IDEOGRAPH.test(text) ? text.replace(ALL, ' $& ') : text;
}

/** A word of a query as the words of the index. */
export function indexWords(word: string): readonly string[] {
  return IDEOGRAPH.test(word) ? (word.match(PIECES) ?? []) : [word];
}

/** Whether a character is written without blanks around its words. */
export function isIdeograph(char: string): boolean {
  return IDEOGRAPH.test(char);
}
