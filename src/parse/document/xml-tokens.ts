import { decodeXML } from 'entities';

/** A tag or the text between two. */
export type XmlToken =
  /** `name` without its prefix; `attributes` as written; `empty` for `<a/>`. */
  | { readonly type: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly type: 'close'; readonly name: string }
  /** Entities decoded. */
  | { readonly type: 'text'; readonly text: string };

/**
 * The pieces of an XML text in one forward pass. It does not check well-formedness: cut or broken documents
 * give what they hold. Doctypes are passed over, so no entity of theirs is ever expanded (XXE, billion laughs).
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const stop = open < 0 ? xml.length : open;
    if (stop > at) yield { type: 'text', text: decoded(xml.slice(at, stop)) };
    if (open < 0) return;
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open);
      yield { type: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) };
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    const end = tagEnd(xml, open);
    if (end < 0) return;
    const token = tagToken(xml.slice(open + 1, end));
    if (token !== null) yield token;
    at = end + 1;
  }
}

/** The value of an attribute by its local name, or null. */
export function attribute(attributes: string, name: string): string | null {
  const match = pattern(name).exec(attributes);
  return match === null ? null : decoded(match[1] ?? match[2] ?? '');
}

/** Names come from our own readers, some dozens; compiled once, as a sheet asks three for every cell. */
const patterns = new Map<string, RegExp>();

function pattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const fresh = new RegExp(`(?:^|[\\s:])${name}\\s{0,10}=\\s{0,10}(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, fresh);
  return fresh;
}

function decoded(text: string): string {
  return text.includes('&') ? decodeXML(text) : text;
}

/** Offset of the ">" that ends the tag, comment or declaration at `open`; -1 without one. */
function tagEnd(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) {
    const end = xml.indexOf('-->', open + 4);
    return end < 0 ? -1 : end + 2;
  }
  return xml.indexOf('>', open);
}

function tagToken(tag: string): XmlToken | null {
  const first = tag.charCodeAt(0);
  if (first === 0x21 || first === 0x3f) return null;
  const closing = first === 0x2f;
  const empty = tag.endsWith('/');
  const body = closing ? tag.slice(1) : empty ? tag.slice(0, -1) : tag;
  const space = body.search(/\s/);
  const full = space < 0 ? body : body.slice(0, space);
  const name = full.slice(full.indexOf(':') + 1);
  if (closing) return { type: 'close', name };
  return { type: 'open', name, attributes: space < 0 ? '' : body.slice(space), empty };
}
