/** What a flat XML file says, as events. Enough for OLM, which has no namespaces, CDATA or entities of its own. */
export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads tags, attributes and text in one pass. Declarations, comments and processing instructions are passed
 * over; entities other than the five of XML and numbers stay as they are. Attack: entities that expand.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open !== at)
      yield { type: 'text', text: decodeEntities(xml.slice(at, open < 0 ? xml.length : open)) };
    if (open < 0) return;
    const end = endOfTag(xml, open);
    if (end < 0) return;
    yield* tagEvents(xml.slice(open + 1, end));
    at = end + 1;
  }
}

function endOfTag(xml: string, open: number): number {
  if (!xml.startsWith('<!--', open)) return xml.indexOf('>', open);
  const end = xml.indexOf('-->', open);
  return end < 0 ? -1 : end + 2;
}

function* tagEvents(tag: string): Generator<XmlEvent> {
  if (tag.startsWith('!') || tag.startsWith('?')) return;
  if (tag.startsWith('/')) {
    yield { type: 'close', name: tag.slice(1).trim() };
    return;
  }
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? '';
  yield { type: 'open', name, attributes: attributesOf(tag) };
  if (tag.endsWith('/')) yield { type: 'close', name };
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of tag.matchAll(/(?<![\w:])([\w:]+)="([^"]*)"/g))
    attributes.set(name, decodeEntities(value));
  return attributes;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
