import { htmlToText } from '../text/html.ts';

/** Attack: megabytes of HTML beside a line of plain text. */
const MOST_HTML = 256 * 1024;
const MOST_WORDS = 200;
/** Below this share of common words the two are no forms of one text. */
const LEAST_COMMON = 0.6;
const LEAST_HIDDEN = 3;
/** Of styles that put words out of sight. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i;

/**
 * Words of an HTML form that its plain form lacks, where a reader of the one is told something else than a reader of the
 * other (RFC 2046 section 5.1.4 wants both to say the same): figures, words in the place of others, or words beside
 * such as are hidden. Mail programs show the HTML; what reads the plain text alone would not see them. Empty for all else
 * that differs: link texts, footers, mail whose plain form says that there is an HTML one.
 */
export function htmlOnlyWords(html: string, plain: string): readonly string[] {
  if (html.length > MOST_HTML) return [];
  const known = new Set(wordsOf(plain));
  if (!mayHaveOthers(html, known)) return [];
  const shown = wordsOf(htmlToText(html));
  const own = new Set(shown);
  const others = shown.filter((word) => !known.has(word));
  if (others.length === 0) return [];
  const common = [...known].filter((word) => own.has(word)).length;
  if (common < LEAST_COMMON * known.size) return [];
  const isExchanged = common < known.size;
  const isTold =
    isExchanged || others.some(hasFigure) || (HIDING.test(html) && others.length >= LEAST_HIDDEN);
  return isTold ? others.slice(0, MOST_WORDS) : [];
}

/** Without links, which the HTML form has behind a word. */
function wordsOf(text: string): readonly string[] {
  const bare = text.replace(/\b(?:https?|mailto):[^\s<>)"]{1,2000}/gi, ' ');
  return bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hasFigure(word: string): boolean {
  return /\p{N}/u.test(word);
}

/**
 * A quick look without reading the HTML, in which nearly all mail whose forms agree ends: whether some word between
 * two tags is none of those known. Entities and styles may look like one; then it is read.
 */
function mayHaveOthers(html: string, known: ReadonlySet<string>): boolean {
  const end = html.length;
  for (let at = 0; at < end; ) {
    if (html.charCodeAt(at) === LESS) {
      const close = html.indexOf('>', at);
      if (close < 0) return false;
      at = close + 1;
      continue;
    }
    const start = at;
    while (at < end && isWordAt(html, at)) at++;
    if (at === start) at++;
    else if (!known.has(html.slice(start, at).toLowerCase())) return true;
  }
  return false;
}

const LESS = 60;

/** Figures, letters of ASCII, and everything beyond it. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127
  );
}
