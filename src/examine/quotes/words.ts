/** Words of a text, as written and as they are compared. Both lists are of the same length. */
export interface Words {
  readonly shown: readonly string[];
  /** Lower case, without accents: what re-wrapping, another charset and French spacing leave alone. */
  readonly folded: readonly string[];
}

/** Attack: a message of megabytes whose every reply quotes it whole. Words beyond are not compared. */
export const MOST_WORDS = 2000;

/**
 * The words of some lines. Punctuation, signs and smileys are between words and never compared: mail programs
 * translate them, and French ones put no-break spaces around them. Addresses, links and names of pictures are left out, because
 * programs add, rewrite and blot them out in quotations; so is what stands in square brackets, where people put their
 * remarks in.
 */
export function wordsOf(lines: readonly string[]): Words {
  const shown: string[] = [];
  const folded: string[] = [];
  for (const line of lines) {
    const item = line.replace(LIST_MARK, '');
    const clean = HOLDS_PLACE.test(item) ? item.replace(PLACES, withoutPlace) : item;
    for (const [word] of visible(clean).matchAll(WORD)) {
      const fold = foldWord(word);
      if (fold === '') continue;
      shown.push(word);
      folded.push(fold);
      if (folded.length >= MOST_WORDS) return { shown, folded };
    }
  }
  return { shown, folded };
}

// Programs number the items of a list anew when they turn HTML into text.
const LIST_MARK = /^\d{1,2}[.)]\s/u;
const HOLDS_PLACE = /[@:[…]|\.\.|\.(?:png|jpe?g|gif)/iu;
// One class each, repeated: linear whatever the input.
const PLACES =
  /<?(?:https?|ftp|mailto|cid):[^\s>]+>?|[^\s<>]+@[^\s<>]+|[^\s<>.]+\.(?:png|jpe?g|gif)\b|\[[^[\]]{1,200}\]|\.{2,}|…/giu;
/** What stands for words that were left out. */
export const CUT = 'snip';
const CUT_MARK = /^(?:\[(?:\P{L}*|.*(?:snip|trimmed|cut|coup).*)\]|\.{2,}|…)$/iu;

function withoutPlace(place: string): string {
  return CUT_MARK.test(place) ? ` ${CUT} ` : ' ';
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const BEYOND_ASCII = /[^ -~\t]/u;
// Soft hyphen, zero-width characters and the byte order mark: exports drop and add them.
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

function visible(line: string): string {
  return BEYOND_ASCII.test(line) ? line.replace(INVISIBLE, '').normalize('NFC') : line;
}

function foldWord(word: string): string {
  if (!BEYOND_ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œŒ]/gu, 'oe')
    .toLowerCase();
}
