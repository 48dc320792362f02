import { decodeHTML } from 'entities';
import { asBuffer } from '../binary/as-buffer.ts';
import type { Collector } from './collector.ts';
import { isRemoteTarget } from './remote-target.ts';

/** Bytes looked through; pages saved with their pictures are larger, their own markup is not. */
const MOST_BYTES = 8 * 2 ** 20;
/** Attack: a page of a million pictures, each a finding. */
const MOST_EACH = 20;

/** Elements that fetch or send, the attribute that says where to, and what it is called. */
const FETCHING: readonly (readonly [element: string, attribute: string, code: string])[] = [
  ['i?frame', 'src', 'remote-frame'],
  ['img|image|use', '(?:xlink:)?href|src', 'external-image'],
  ['object|embed', 'data|src', 'external-object'],
  ['form', 'action', 'form-submission'],
];

/**
 * What a page or drawing would do when it is opened in a browser: run scripts, fetch pictures and frames, send a form. A
 * page that was attached to a mail is a program as much as a document with macros: it builds a file, or asks for a password.
 */
export function collectActiveMarkup(bytes: Uint8Array, place: string, out: Collector): void {
  const html = asBuffer(bytes).toString('latin1', 0, MOST_BYTES);
  const script =
    /<script[\s>/]|\son(?:load|error|click|mouseover|begin)\s{0,9}=\s{0,9}["']|["'=]\s{0,9}javascript:/i.exec(
      html,
    );
  if (script !== null) out.finding('javascript', `${excerpt(html, script.index)} (${place})`);
  for (const [element, attribute, code] of FETCHING) {
    const pattern = new RegExp(
      `<(?:${element})\\s[^<>]{0,500}?\\b(?:${attribute})\\s{0,4}=\\s{0,4}["']?([^\\s"'<>]{1,500})`,
      'gi',
    );
    let count = 0;
    for (const [, written = ''] of html.matchAll(pattern)) {
      const target = decodeHTML(written);
      // Of a page that was saved from the web, `//host/path` is an address like any other.
      if (!isRemoteTarget(target.startsWith('//') ? `https:${target}` : target)) continue;
      if (++count > MOST_EACH) break;
      out.finding(code, `${target} (${place})`);
    }
  }
}

/** The beginning of what runs, in one line. */
function excerpt(html: string, at: number): string {
  return html
    .slice(at, at + 120)
    .replace(/\s+/g, ' ')
    .trim();
}
