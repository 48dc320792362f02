/** HTML to plain text for the index, in one pass and in linear time whatever the input. */
import { decodeHTML } from 'entities';
import { TextOutput } from './html-output.ts';
import { markupEnd, startsTag, type TagEnds, tagEnd, tagName } from './html-tags.ts';

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
