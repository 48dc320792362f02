/** HTML to plain text for the index, in one pass and in linear time whatever the input. */
import { decodeHTML } from 'entities';

/**
 * The text a reader would see, with line breaks at blocks. Scripts, styles, comments and the head are
 * left out; hidden elements are not: what is in the leak should be found. Display and links are elsewhere.
 */
export function htmlToText(html: string): string {
  const output = new TextOutput();
  const ends: TagEnds = { html, given: false };
  let pos = 0;
  while (pos < html.length) {
    const open = html.indexOf('<', pos);
    if (open < 0) break;
    const kind = html.charCodeAt(open + 1);
    if (!startsTag(kind)) {
      // "<" before anything else is text (WHATWG HTML, tag open state).
      output.text(html.slice(pos, open + 1));
      pos = open + 1;
      continue;
    }
    output.text(html.slice(pos, open));
    if (kind === 0x21 || kind === 0x3f) {
      pos = markupEnd(html, open);
      continue;
    }
    const end = tagEnd(ends, open);
    if (end < 0) return output.finish();
    pos = handleTag(html, open, end, output);
  }
  if (pos < html.length) output.text(html.slice(pos));
  return output.finish();
}

/** Handles the tag in [open, end) and tells where reading goes on. */
function handleTag(html: string, open: number, end: number, output: TextOutput): number {
  const closing = html.charCodeAt(open + 1) === 0x2f;
  const name = tagName(html, closing ? open + 2 : open + 1, end);
  if (!closing) {
    const raw = RAW_TEXT[name];
    if (raw !== undefined) {
      raw.lastIndex = end;
      return raw.exec(html) === null ? html.length : raw.lastIndex;
    }
    if (name === 'pre' || name === 'textarea') output.preformatted++;
    if (name === 'a') output.link = linkTarget(html.slice(open, Math.min(end, open + MOST_TAG)));
    if (name === 'img') output.text(` ${altText(html.slice(open, Math.min(end, open + MOST_TAG)))} `);
  } else if ((name === 'pre' || name === 'textarea') && output.preformatted > 0) output.preformatted--;
  else if (name === 'a') output.closeLink();
  if (PARAGRAPHS.has(name)) output.lineBreaks(2);
  else if (BLOCKS.has(name)) output.lineBreaks(1);
  else if (name === 'br') output.forcedBreak();
  else if (name === 'td' || name === 'th') output.text(' ');
  return end;
}

/** Collects text, collapsing white space as a browser does. */
class TextOutput {
  preformatted = 0;
  /** Target of the open link. */
  link = '';
  private readonly pieces: string[] = [];
  private breaks = 0;
  private space = false;
  private empty = true;

  text(source: string): void {
    if (source === '') return;
    const decoded = source.includes('&') ? decodeHTML(source) : source;
    const text = this.preformatted > 0 ? decoded : collapse(decoded);
    const body = this.preformatted > 0 || !text.startsWith(' ') ? text : text.slice(1);
    if (body !== text) this.space = true;
    if (body === '') return;
    if (this.breaks > 0) this.pieces.push('\n'.repeat(this.breaks));
    else if (this.space && !this.empty) this.pieces.push(' ');
    this.breaks = 0;
    this.empty = false;
    this.space = this.preformatted === 0 && body.endsWith(' ');
    this.pieces.push(this.space ? body.slice(0, -1) : body);
  }

  /** Where a link leads is told after its text, unless the text says it: a trace, and phishing hides it. */
  closeLink(): void {
    const target = this.link;
    this.link = '';
    if (
      target === '' ||
      this.pieces
        .slice(-2)
        .join('')
        .includes(target.replace(/^https?:\/\/|\/$/g, ''))
    )
      return;
    this.pieces.push(` (${target})`);
    this.empty = false;
  }

  lineBreaks(count: number): void {
    if (!this.empty) this.breaks = Math.max(this.breaks, count);
    this.space = false;
  }

  forcedBreak(): void {
    // Many <br> in a row are layout: two line ends say as much to a reader.
    if (!this.empty) this.breaks = Math.min(this.breaks + 1, 2);
    this.space = false;
  }

  finish(): string {
    return this.pieces.join('');
  }
}

/** Runs of white space to one space; most pieces have none, and a test is cheaper than a replacement. */
function collapse(text: string): string {
  return /[\t\r\n\f]| {2}/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text;
}

function startsTag(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x2f || code === 0x21 || code === 0x3f;
}

/** Comments to `-->`, other `<!...>` and `<?...>` to `>`; what is not closed goes to the end. */
function markupEnd(html: string, open: number): number {
  if (!html.startsWith('<!--', open)) {
    const end = html.indexOf('>', open);
    return end < 0 ? html.length : end + 1;
  }
  if (html.startsWith('>', open + 4)) return open + 5;
  if (html.startsWith('->', open + 4)) return open + 6;
  const end = html.indexOf('-->', open + 4);
  return end < 0 ? html.length : end + 3;
}

interface TagEnds {
  readonly html: string;
  /** Quotes were found unbalanced to the end: from there on the first `>` ends a tag. */
  given: boolean;
}

/** Offset after the tag's `>`, minding quoted attribute values; -1 when the tag is never closed. */
function tagEnd(ends: TagEnds, open: number): number {
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

function tagName(html: string, from: number, end: number): string {
  let stop = from;
  while (stop < end && stop - from < 12) {
    const code = html.charCodeAt(stop);
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
    stop++;
  }
  return html.slice(from, stop).toLowerCase();
}

/** Attack: a tag of megabytes, whose attributes would be searched. */
const MOST_TAG = 8192;

function linkTarget(tag: string): string {
  const match = /\shref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/i.exec(tag);
  const target = decodeHTML(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  return /^(?:https?|ftp):/i.test(target) ? target : '';
}

function altText(tag: string): string {
  const match = /\salt\s*=\s*(?:"([^"]{0,500})"|'([^']{0,500})')/i.exec(tag);
  return match?.[1] ?? match?.[2] ?? '';
}

/** Elements whose content is not text, with what ends them. */
const RAW_TEXT: Readonly<Record<string, RegExp>> = {
  script: /<\/script[^>]*>?/gi,
  style: /<\/style[^>]*>?/gi,
  title: /<\/title[^>]*>?/gi,
  noembed: /<\/noembed[^>]*>?/gi,
  xmp: /<\/xmp[^>]*>?/gi,
  template: /<\/template[^>]*>?/gi,
};

const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'dl',
  'pre',
  'table',
]);

const BLOCKS = new Set([
  'div',
  'tr',
  'li',
  'dt',
  'dd',
  'hr',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'nav',
  'aside',
  'address',
  'center',
  'fieldset',
  'figure',
  'figcaption',
  'form',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'body',
  'html',
  'option',
  'textarea',
  'details',
  'summary',
]);
