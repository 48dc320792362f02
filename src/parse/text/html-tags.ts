/** Where the tags of HTML begin and end, in linear time whatever the input. */

/** A letter, `/`, `!` or `?`; "<" before anything else is text (WHATWG HTML, tag open state). */
export function startsTag(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x2f || code === 0x21 || code === 0x3f;
}

/** Comments to `-->`, other `<!...>` and `<?...>` to `>`; what is not closed goes to the end. */
export function markupEnd(html: string, open: number): number {
  if (!html.startsWith('<!--', open)) {
    const end = html.indexOf('>', open);
    return end < 0 ? html.length : end + 1;
  }
  if (html.startsWith('>', open + 4)) return open + 5;
  if (html.startsWith('->', open + 4)) return open + 6;
  const end = html.indexOf('-->', open + 4);
  return end < 0 ? html.length : end + 3;
}

/** What is known of where tags end; one for a document. */
export interface TagEnds {
  readonly html: string;
  /** Quotes were found unbalanced to the end: from there on the first `>` ends a tag. */
  given: boolean;
}

/** Offset after the tag's `>`, minding quoted attribute values; -1 when the tag is never closed. */
export function tagEnd(ends: TagEnds, open: number): number {
  const { html } = ends;
  const first = html.indexOf('>', open);
  if (first < 0) return -1;
  if (ends.given) return first + 1;
  let pos = open + 1;
  let stop = first;
  for (;;) {
    const quote = nextQuotedValue(html, pos, stop);
    if (quote < 0) return stop + 1;
    const close = html.indexOf(html.charAt(quote), quote + 1);
    const after = close < 0 ? -1 : html.indexOf('>', close);
    if (close < 0 || after < 0) {
      ends.given = true; // once only: the rest of the document is then read without quotes
      return first + 1;
    }
    pos = close + 1;
    if (after > stop) stop = after;
  }
}

/** Offset of a quote that begins an attribute value (after `=`) in [from, to), or -1. */
function nextQuotedValue(html: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = html.charCodeAt(i);
    if (code !== 0x22 && code !== 0x27) continue;
    let back = i - 1;
    while (back > from && html.charCodeAt(back) <= 0x20) back--;
    if (html.charCodeAt(back) === 0x3d) return i;
  }
  return -1;
}

/** The name in lower case, cut at twelve characters: no element that matters here has a longer one. */
export function tagName(html: string, from: number, end: number): string {
  let stop = from;
  while (stop < end && stop - from < LONGEST_NAME) {
    const code = html.charCodeAt(stop);
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
    stop++;
  }
  return html.slice(from, stop).toLowerCase();
}

const LONGEST_NAME = 12;
