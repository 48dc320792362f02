import type { ByteRange } from '../../../model/index.ts';

/**
 * Words of the notices that mail filters put above a text, in English, French and German. Text on top that
 * has none of them is not taken for a notice: a forger can put a sentence there too.
 */
const NOTICE =
  /\b(?:external|outside (?:of )?(?:the|your|our)|caution|warning|suspicious|phishing|do not click|be careful|unknown sender|attention|prudence|exp[e\xe9]diteur|ext[e\xe9]rieur|externe?|vorsicht|achtung|absender|don.{1,8}t often get email|ne recevez pas souvent|n.{1,8}obtenez pas souvent)\b/i;

/** A notice is short. */
const MAX_NOTICE_BYTES = 1500;

/** What text set aside at the top is called: a filter's notice, or text of whoever sent the message on. */
export function topTextCode(text: Uint8Array): 'security-banner' | 'list-header' {
  if (text.length > MAX_NOTICE_BYTES) return 'list-header';
  return NOTICE.test(Buffer.from(text).toString('utf8')) ? 'security-banner' : 'list-header';
}

/**
 * Where text put above a body may end: after each of the first three lines, and further down after an empty
 * line or a rule. Every place tried costs a pass over the body.
 */
export function topTextEnds(bytes: Buffer, start: number, end: number, maxLines: number): number[] {
  const ends: number[] = [];
  let line = start;
  for (let count = 0; count < maxLines; count++) {
    const next = bytes.indexOf(10, line) + 1;
    if (next === 0 || next >= end) break;
    const isBreak = /^[\s_=*~-]*$/.test(bytes.toString('latin1', line, Math.min(next, line + 200)));
    if (count < 3 || isBreak) ends.push(next);
    line = next;
  }
  return ends;
}

/** Where text put in after the opening tag of an HTML body may end: behind the elements a notice is made of. */
export function htmlTops(html: Buffer, most: number): ByteRange[] {
  const text = html.toString('latin1', 0, Math.min(html.length, MAX_HTML_TOP));
  const body = /<body\b[^>]{0,2000}>/i.exec(text);
  const start = body === null ? 0 : body.index + body[0].length;
  // Written on a line of its own, or right behind the tag.
  const lineEnd = /^\r?\n/.exec(text.slice(start, start + 2))?.[0].length ?? 0;
  const tops: ByteRange[] = [];
  for (const match of text.slice(start).matchAll(ELEMENT_END)) {
    if (tops.length >= 2 * most) break;
    const end = start + match.index + match[0].length;
    tops.push({ start: start + lineEnd, end });
    if (lineEnd > 0) tops.push({ start, end });
  }
  return tops.filter((top) => top.end > top.start);
}

/** Attack: a page of nothing but ends of elements, each tried as the end of what was put on top. */
const MAX_HTML_TOP = 32 * 1024;
/** `<br>` and the ends of blocks, with the end of line behind them, also as quoted-printable breaks it softly. */
const ELEMENT_END = /<(?:\/(?:div|p|table|h[1-6]|center|blockquote)|br\s{0,4}\/?|hr[^>]{0,100})>(?:\r?\n)?/gi;
