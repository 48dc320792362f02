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
    const clean =
      mayHoldPlace(item) && HOLDS_PLACE.test(item) ? item.replace(placesIn(item), withoutPlace) : item;
    if (addLine(clean, shown, folded) === 'full') break;
  }
  return { shown, folded };
}

/** Whether a line has one of the signs that all places have, or another sign than of ASCII; most lines have none. */
function mayHoldPlace(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x2e || code === 0x3a || code === 0x40 || code === 0x5b || code > 0x7e) return true;
  }
  return false;
}

/** Signs that are seen, and tabs. */
function isAscii(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if ((code < 0x20 && code !== 0x09) || code > 0x7e) return false;
  }
  return true;
}

/** `full` once there is no room for more words. */
type Room = 'left' | 'full';

/** By the signs a line is made of: most lines of most mail are ASCII, and most others French or its kin. */
function addLine(line: string, shown: string[], folded: string[]): Room {
  if (isAscii(line)) return addAsciiWords(line, shown, folded);
  return BEYOND_LATIN.test(line) ? addWords(line, shown, folded) : addLatinWords(line, shown, folded);
}

function addWords(line: string, shown: string[], folded: string[]): Room {
  for (const [word] of visible(line).matchAll(WORD)) {
    const fold = foldWord(word);
    if (fold === '') continue;
    shown.push(word);
    folded.push(fold);
    if (folded.length >= MOST_WORDS) return 'full';
  }
  return 'left';
}

/** The same for ASCII, in a fifth of the time. */
function addAsciiWords(line: string, shown: string[], folded: string[]): Room {
  const lower = line.toLowerCase();
  for (let at = 0; at < line.length; at++) {
    if (!isAsciiLetter(lower.charCodeAt(at))) continue;
    const start = at;
    while (++at < line.length && isAsciiLetter(lower.charCodeAt(at)));
    shown.push(line.slice(start, at));
    folded.push(lower.slice(start, at));
    if (folded.length >= MOST_WORDS) return 'full';
  }
  return 'left';
}

/** Or digit; in lower case. */
function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** The same for French and its kin: letters are told and folded by a table, in a sixth of the time. */
function addLatinWords(line: string, shown: string[], folded: string[]): Room {
  for (let at = 0; at < line.length; at++) {
    if (latinFold(line.charCodeAt(at)) === '') continue;
    const start = at;
    let highest = 0;
    for (; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (latinFold(code) === '') break;
      if (code > highest) highest = code;
    }
    const word = line.slice(start, at);
    shown.push(word);
    folded.push(highest < 0x80 ? word.toLowerCase() : latinFolds(word));
    if (folded.length >= MOST_WORDS) return 'full';
  }
  return 'left';
}

function latinFolds(word: string): string {
  let fold = '';
  for (let at = 0; at < word.length; at++) fold += latinFold(word.charCodeAt(at));
  return fold;
}

/** What a letter or digit is compared as; nothing for what stands between words. */
function latinFold(code: number): string {
  return code < LATIN_END ? (LATIN_FOLDS[code] ?? '') : '';
}

// Programs number the items of a list anew when they turn HTML into text.
const LIST_MARK = /^\d{1,2}[.)]\s/u;
const HOLDS_PLACE = /[@[…]|(?:https?|ftp|mailto|cid):|\.\.|\.(?:png|jpe?g|gif)/iu;
// One class each, repeated: linear whatever the input.
const PLACES =
  /<?(?:https?|ftp|mailto|cid):[^\s>]+>?|[^\s<>]+@[^\s<>]+|[^\s<>.]+\.(?:png|jpe?g|gif)\b|\[[^[\]]{1,200}\]|\.{2,}|…/giu;
/** Of a line without an at sign and a picture: what is looked for begins with a sign of its own, so most places are passed over. */
const MARKED_PLACES = /<?(?:https?|ftp|mailto|cid):[^\s>]+>?|\[[^[\]]{1,200}\]|\.{2,}|…/giu;
const PICTURE = /\.(?:png|jpe?g|gif)/iu;

function placesIn(line: string): RegExp {
  return line.includes('@') || PICTURE.test(line) ? PLACES : MARKED_PLACES;
}

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
  return line.replace(INVISIBLE, '').normalize('NFC');
}

function foldWord(word: string): string {
  if (!BEYOND_ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œŒ]/gu, 'oe')
    .toLowerCase();
}

/** Behind Latin Extended-B. */
const LATIN_END = 0x250;
/** Other than Latin letters, their signs, the euro and the punctuation of the block at U+2010. The soft hyphen is invisible. */
const BEYOND_LATIN = /[\u00ad\u0250-\u200f\u2028\u2029\u205f-\u20ab\u20ad-\u{10ffff}]/u;
const LATIN_FOLDS: readonly string[] = Array.from({ length: LATIN_END }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[\p{L}\p{N}\p{M}]/u.test(sign) ? foldWord(sign) : '';
});
