import sanitize from 'sanitize-html';
import { Blocked, type BlockedAddress } from './blocked.ts';
import { dangerousIn, styleSheetsIn } from './found-in-html.ts';
import { safeDeclarations, safeStyleSheet } from './safe-css.ts';

/** Attack: a body of 300 MB, of which a browser would make a tree. */
const MOST_CHARS = 2_000_000;
/** Attack: elements ten thousand deep, which a browser lays out with recursion. */
const DEEPEST = 100;

export interface SafeHtml {
  /** A whole document. */
  readonly document: string;
  readonly blocked: readonly BlockedAddress[];
  readonly removed: readonly { readonly what: string; readonly count: number }[];
  readonly truncated: boolean;
}

/**
 * The HTML of a message as a document that runs nothing, asks for nothing and leads nowhere. Elements and attributes
 * are those of a list (sanitize-html), styles are read by a parser (safe-css.ts), links lose their target and show
 * it, pictures are those of the message itself. The frame it is shown in forbids the same things once more.
 *
 * @param pictureOf a `data:` address for the Content-ID of a picture in the message; null when there is none
 */
export function safeHtml(html: string, pictureOf: (contentId: string) => string | null): SafeHtml {
  const blocked = new Blocked();
  const truncated = html.length > MOST_CHARS;
  const styles: string[] = [];
  const read = truncated ? html.slice(0, MOST_CHARS) : html;
  const body = sanitize(read, {
    allowedTags: TAGS,
    allowedAttributes: ATTRIBUTES,
    // No element keeps an address but a picture, and that only one made here.
    allowedSchemes: [],
    allowedSchemesByTag: { img: ['data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'background', 'action'],
    allowProtocolRelative: false,
    nestingLimit: DEEPEST,
    parseStyleAttributes: false,
    nonTextTags: [
      'script',
      'textarea',
      'option',
      'noscript',
      'style',
      'title',
      'xml',
      'template',
      'math',
      'svg',
    ],
    transformTags: {
      '*': (tagName, attribs) => {
        blocked.look(tagName, attribs);
        return { tagName, attribs: withSafeStyle(attribs, blocked) };
      },
      // These come before `*`, which then sees what they made.
      a: (_, attribs) => link(attribs, blocked),
      img: (_, attribs) => picture(attribs, blocked, pictureOf),
    },
  });
  for (const sheet of styleSheetsIn(read)) {
    const { css, blocked: addresses } = safeStyleSheet(sheet);
    for (const address of addresses) blocked.add('style', address);
    styles.push(css);
  }
  return {
    document: `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light"><style>${OWN_STYLE}</style><style>${styles.join('\n')}</style></head><body>${body}</body></html>`,
    blocked: blocked.list(),
    removed: dangerousIn(read),
    truncated,
  };
}

const OWN_STYLE =
  'body{margin:12px;font-family:sans-serif;color:#111;background:#fff;overflow-wrap:break-word}' +
  'img{max-width:100%;height:auto}.tamis-blocked{display:inline-block;border:1px dashed #888;padding:2px 6px;' +
  'font:12px sans-serif;color:#555;max-width:100%;overflow-wrap:anywhere}.tamis-link{text-decoration:underline;color:#04569e}';

const TAGS = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption'],
  ...['center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption'],
  ...[
    'figure',
    'font',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
  ],
  ...['li', 'main', 'mark', 'nav', 'ol', 'p', 'pre', 'q', 's', 'samp', 'section', 'small', 'span', 'strike'],
  ...[
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'time',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
    'wbr',
  ],
];

const ATTRIBUTES: Record<string, string[]> = {
  '*': ['style', 'class', 'dir', 'lang', 'title', 'align', 'valign', 'width', 'height', 'bgcolor'],
  img: ['src', 'alt'],
  font: ['color', 'face', 'size'],
  table: ['border', 'cellpadding', 'cellspacing', 'summary'],
  td: ['colspan', 'rowspan', 'nowrap'],
  th: ['colspan', 'rowspan', 'nowrap', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start', 'type'],
  hr: ['size', 'noshade', 'color'],
};

function withSafeStyle(attribs: sanitize.Attributes, blocked: Blocked): sanitize.Attributes {
  const { style, ...others } = attribs;
  if (style === undefined) return others;
  const { css, blocked: addresses } = safeDeclarations(style);
  for (const address of addresses) blocked.add('style', address);
  return css === '' ? others : { ...others, style: css };
}

/** A link leads nowhere; where it would have led is shown, as a person must see it to judge it. */
function link(attribs: sanitize.Attributes, blocked: Blocked): sanitize.Tag {
  const { href, class: given, ...others } = withSafeStyle(attribs, blocked);
  const address = href?.trim() ?? '';
  const title = address === '' ? {} : { title: address, class: `${given ?? ''} tamis-link`.trim() };
  return { tagName: 'span', attribs: { ...others, ...title } };
}

function picture(
  attribs: sanitize.Attributes,
  blocked: Blocked,
  pictureOf: (contentId: string) => string | null,
): sanitize.Tag {
  blocked.look('img', attribs);
  const source = (attribs.src ?? '').trim();
  const safe = withSafeStyle(attribs, blocked);
  const inMessage = /^cid:/i.test(source) ? pictureOf(contentIdOf(source)) : null;
  if (inMessage !== null) return { tagName: 'img', attribs: { ...safe, src: inMessage } };
  const embedded = /^data:image\//i.test(source);
  if (source !== '' && !embedded) blocked.add('picture', source);
  const outside = embedded ? '' : source.slice(0, 500);
  const text = [attribs.alt ?? '', outside].filter((part) => part !== '').join(' — ');
  return {
    tagName: 'span',
    attribs: { class: 'tamis-blocked', ...(outside !== '' && { title: outside }) },
    text: `▧ ${text}`,
  };
}

function contentIdOf(source: string): string {
  try {
    return decodeURIComponent(source.slice(4));
  } catch {
    return source.slice(4);
  }
}
