import { hash } from 'node:crypto';

/** Marks kept of one added text: a handful, or it is no footer. */
const MOST_MARKS = 20;
/** Attack: megabytes of HTML added, read for every signature. */
const LONGEST_HTML = 64 * 1024;

/**
 * What added HTML does beside its words, one mark each: pictures, style sheets, styles that move or hide, elements left
 * open over the signed text. A picture can say anything, and `body::after` in a style sheet can hide all that was
 * signed and draw a sentence in its place. Marks go where the words go (`AddedText.text`): those that the list or
 * filter puts under everybody's mail become known with its words, one that stands alone stays unknown.
 */
export function drawnMarks(whole: string, at: 'top' | 'end' | 'part' | 'subject'): readonly string[] {
  const html = whole.slice(0, LONGEST_HTML);
  const marks = [...pictures(html), ...elements(html), ...styles(html), ...openEnds(html)];
  if (at === 'top') marks.push(...leftOpen(html));
  if (whole.length > html.length) marks.push('<...>');
  return marks.slice(0, MOST_MARKS);
}

/** With the host of each, as links have it; dots that nobody sees, put there to count readers, draw nothing. */
function* pictures(html: string): Generator<string> {
  for (const [tag] of html.matchAll(/<img\b[^>]{0,2000}/gi)) {
    if (/\bwidth\s*=\s*["']?[0-2]\b/i.test(tag) && /\bheight\s*=\s*["']?[0-2]\b/i.test(tag)) continue;
    const source = /\bsrc\s*=\s*["']?([^\s"'>]{1,1500})/i.exec(tag)?.[1] ?? '';
    yield /^https?:/i.test(source) ? `<img ${source}>` : `<img ${digest(source)}>`;
  }
  for (const [, source = ''] of html.matchAll(/\bbackground\s*=\s*["']?([^\s"'>]{1,1500})/gi)) {
    yield `<background ${digest(source)}>`;
  }
}

const DRAWING =
  /<(style|script|link|base|svg|math|object|embed|iframe|video|audio|canvas|form|input|button|textarea|select|template|noscript|title|details|dialog|marquee|xmp|plaintext)\b([^<]{0,4000})/gi;

function* elements(html: string): Generator<string> {
  for (const [, name = '', content = ''] of html.matchAll(DRAWING)) yield `<${name} ${digest(content)}>`;
}

/** Properties that take words out of sight, or lay one thing over another. */
const HIDING =
  /position|url\s*\(|z-index|content\s*:|display\s*:\s*none|visibility|opacity|font-size\s*:\s*0|clip|transform|(?:margin|indent|top|left)[^;]{0,40}-\s?\d|(?:height|width)\s*:\s*0/i;

function* styles(html: string): Generator<string> {
  for (const [, double, single] of html.matchAll(/\bstyle\s*=\s*(?:"([^"]{0,4000})"|'([^']{0,4000})')/gi)) {
    const style = double ?? single ?? '';
    if (HIDING.test(style)) yield `<style ${digest(style)}>`;
  }
  if (/<[a-z][^>]{0,2000}\shidden\b/i.test(html)) yield '<hidden>';
}

/** A comment or a tag without an end swallows what follows. */
function* openEnds(html: string): Generator<string> {
  if (html.lastIndexOf('<!--') > html.lastIndexOf('-->')) return yield '<open comment>';
  const last = html.lastIndexOf('<');
  if (last >= 0 && !html.includes('>', last) && /^<[a-z!/?]/i.test(html.slice(last))) yield '<open tag>';
}

/** Elements whose end may be left out, or that have none. */
const ENDLESS = new Set(
  'p br hr img li td th tr tbody dt dd col meta link input wbr area html head body option'.split(' '),
);

/** Elements opened above the signed text and not closed: their colour and size are its own. */
function* leftOpen(html: string): Generator<string> {
  const open = new Map<string, number>();
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})\b/gi)) {
    const key = name.toLowerCase();
    if (!ENDLESS.has(key)) open.set(key, (open.get(key) ?? 0) + (slash === '/' ? -1 : 1));
  }
  for (const [name, count] of open) if (count > 0) yield `<open ${name}>`;
}

/** The same for the same source, figures aside: filters number their elements anew in every message. */
function digest(source: string): string {
  return hash('sha256', source.replace(/[\w-]*\d[\w-]*/g, '#').replace(/\s+/g, ' ')).slice(0, 12);
}
