/** Text as words, so that reflow, line ends and invisible characters make no difference. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .split(SPACE)
    .filter((word) => word !== '');
}

// Soft hyphen, zero-width characters and the byte order mark: exports drop and add them.
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const SPACE = /[\s\u00a0\u202f]+/;
