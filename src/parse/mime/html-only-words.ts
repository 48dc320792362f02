import { htmlToText } from '../text/html.ts';
import { visibleHtml } from '../text/visible-html.ts';

/** Attack: megabytes of HTML beside a line of plain text. */
const MOST_HTML = 256 * 1024;
const MOST_WORDS = 200;
/** Below this share of common words the two are no forms of one text. */
const LEAST_COMMON = 0.6;
const LEAST_HIDDEN = 3;
/** Fewer words of another text ("view online") tell nobody anything. */
const LEAST_OTHER = 4;

/**
 * What an HTML form says that its plain form does not, where a reader of the one is told something else than a reader of the
 * other (RFC 2046 section 5.1.4 wants both to say the same): figures, words in the place of others, words beside
 * such as are hidden, or another text altogether. Then `hidden`: words of the plain form that the HTML has, and no reader
 * of it sees. Mail programs show the HTML; what reads the plain text alone would not see these. Both are empty for all else
 * that differs: link texts, footers, words of HTML that the plain form leaves out.
 */
export function htmlOnlyWords(html: string, plain: string): HtmlOnlyWords {
  if (html.length > MOST_HTML) return NOTHING;
  const known = new Set(wordsOf(plain));
  const visible = visibleHtml(html);
  if (visible === html && !mayHaveOthers(html, known)) return NOTHING;
  const shown = wordsOf(htmlToText(html));
  const own = new Set(shown);
  const others = shown.filter((word) => !known.has(word));
  const common = [...known].filter((word) => own.has(word)).length;
  if (common < LEAST_COMMON * known.size) {
    return { others: others.length < LEAST_OTHER ? [] : others.slice(0, MOST_WORDS), hidden: [] };
  }
  const isExchanged = common < known.size;
  const isHiding = visible !== html;
  const isTold = isExchanged || others.some(hasFigure) || (isHiding && others.length >= LEAST_HIDDEN);
  return {
    others: isTold ? others.slice(0, MOST_WORDS) : [],
    hidden: isHiding ? unseen(visible, known, own).slice(0, MOST_WORDS) : [],
  };
}

/** What the HTML form of a text says and the plain one does not. */
export interface HtmlOnlyWords {
  readonly others: readonly string[];
  readonly hidden: readonly string[];
}

const NOTHING: HtmlOnlyWords = { others: [], hidden: [] };

/** Words of both forms that no reader of the HTML sees, in the order of the plain one. */
function unseen(visible: string, known: ReadonlySet<string>, own: ReadonlySet<string>): readonly string[] {
  const seen = new Set(wordsOf(htmlToText(visible)));
  return [...known].filter((word) => own.has(word) && !seen.has(word));
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
