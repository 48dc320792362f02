import { hash } from 'node:crypto';
import { htmlToText } from '../../parse/text/html.ts';
import { visibleHtml } from '../../parse/text/visible-html.ts';
import { behindFilter } from '../links/rewritten-links.ts';

/** Attack: megabytes of links. What comes behind is told by one hash. */
const MOST_ACTS = 40;
const MOST_READ = 256 * 1024;

/**
 * What an HTML form does beside the words it shows: each place it links to, loads from or sends to, as kind, host and six figures of
 * a hash of the whole address (`link party.example 3fa9c1`), and what it hides (`hides - 1b2c3d`). A link that a filter exchanged
 * is taken for the one inside; where only the filter can read it, the figures are left out. Parts of the message itself (`cid:`)
 * and places in it are none. In order of appearance, each once, forty at most with one hash for the rest.
 */
export function htmlActs(html: string): readonly string[] {
  const source = html.slice(0, MOST_READ);
  const acts = new Set<string>();
  for (const [, name = '', quoted, single, bare] of source.matchAll(TARGET))
    addTo(acts, KINDS[name.toLowerCase()] ?? 'link', quoted ?? single ?? bare ?? '');
  for (const [, target = ''] of source.matchAll(STYLE_URL)) addTo(acts, 'loads', target);
  for (const act of hidingOf(source)) acts.add(act);
  const all = [...acts];
  return all.length <= MOST_ACTS
    ? all
    : [...all.slice(0, MOST_ACTS), `more - ${figures(all.slice(MOST_ACTS).join('\n'))}`];
}

/** By the attribute that names the place; `url` is that of a page that sends its reader on. */
const KINDS: Readonly<Record<string, 'link' | 'loads' | 'sends'>> = {
  ...{ href: 'link', url: 'link', action: 'sends', formaction: 'sends' },
  ...{ src: 'loads', srcset: 'loads', data: 'loads', background: 'loads', poster: 'loads' },
};

// Attributes wherever they stand: which element they are of is no matter, and a bracket in one hides none. Attack: a quotation mark
// that is never closed, looked for from each attribute.
const TARGET =
  /\b(href|src|srcset|action|formaction|data|background|poster|url)\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'<>]{1,2000}))/gi;
const STYLE_URL = /url\(\s{0,9}['"]?([^'")\s]{1,2000})/gi;

function addTo(acts: Set<string>, kind: string, written: string): void {
  const target = withoutEntities(written).replace(/\s+/g, '');
  const place = /^(?:https?:)?\/\/([^/?#:]{1,253})|^(mailto|tel|javascript|ftp):/i.exec(target);
  if (place === null) return;
  const whole = target.startsWith('//') ? `https:${target}` : target;
  const known = behindFilter(whole);
  const original = (known ?? whole).replace(/\/$/, '');
  const host = /^\w+:\/\/([^/?#:]{1,253})/.exec(original)?.[1] ?? (place[2] ?? '').toLowerCase();
  const isReadByFilterAlone = known !== null && /^https:\/\/[^/]{1,253}\/$/.test(known);
  acts.add(`${kind} ${host.toLowerCase()} ${isReadByFilterAlone ? '' : figures(original)}`.trimEnd());
}

/** Words put out of sight by an element, and a style sheet that can do it. */
function hidingOf(html: string): readonly string[] {
  const found: string[] = [];
  const visible = visibleHtml(html);
  if (visible !== html) found.push(`hides - ${figures(wordsOf(htmlToText(visible)))}`);
  for (const [, sheet = ''] of html.matchAll(SHEET))
    if (HIDING.test(sheet)) found.push(`sheet - ${figures(sheet.replace(/<!--|-->|\s+/g, ''))}`);
  return found;
}

const SHEET = /<style\b[^<>]{0,500}>([^<]{0,65536})/gi;
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|content\s*:/i;

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function figures(text: string): string {
  return hash('sha256', text).slice(0, 6);
}

/** As far as addresses have them. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hexadecimal?: string, decimal?: string) => {
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/&amp;/gi, '&');
}
