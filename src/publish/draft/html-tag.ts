import { decodeHTML } from 'entities';

export interface HtmlTag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  /** Offset behind the `>`. */
  readonly end: number;
}

/** The tag at a `<`, minding quoted values; null when there is none. */
export function tagAt(html: string, open: number): HtmlTag | null {
  const head = /^<(\/?)([a-z][a-z0-9:-]{0,20})/iu.exec(html.slice(open, open + 24));
  if (head === null) return null;
  let at = open + head[0].length;
  let quote = '';
  for (; at < html.length; at += 1) {
    const sign = html[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && /=\s*$/u.test(html.slice(Math.max(open, at - 4), at)))
      quote = sign;
    else if (sign === '>') break;
  }
  const attributes = html.slice(open + head[0].length, at);
  return { name: (head[2] ?? '').toLowerCase(), closing: head[1] === '/', attributes, end: at + 1 };
}

/** The value of an attribute, decoded; empty where it is absent. */
export function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(
    `(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    'iu',
  ).exec(attributes);
  return decodeHTML(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
}

/** All attributes with a value, decoded; names in small letters. */
export function attributesOf(attributes: string): readonly (readonly [name: string, value: string])[] {
  return [...attributes.matchAll(ATTRIBUTE)].map((match) => [
    (match[1] ?? '').toLowerCase(),
    decodeHTML(match[2] ?? match[3] ?? match[4] ?? '').trim(),
  ]);
}

const ATTRIBUTE = /([^\s"'<>/=]{1,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;

/** Whether an attribute that no browser follows by itself holds an address all the same: for scripts, forms, and readers. */
export function isAddress(name: string, value: string): boolean {
  return (
    !/^(?:href|src|xmlns.*)$/u.test(name) &&
    /^(?:[a-z][a-z0-9+.-]{1,12}:)?\/\/\S|^(?:magnet|mailto|tel):\S/iu.test(value)
  );
}

/** Whether a browser shows nothing of an element, by its own attributes alone (see `styleSheetOf` for the page's rules). */
export function isUnseen(attributes: string): boolean {
  if (/(?:^|\s)hidden(?=[\s=/]|$)/iu.test(attributes)) return true;
  return UNSEEN.test(attributeOf(attributes, 'style'));
}

/** Declarations that leave nothing to see: not shown, without size, without colour, or far beside the page. */
export const UNSEEN = new RegExp(
  [
    'display\\s*:\\s*none',
    'visibility\\s*:\\s*(?:hidden|collapse)',
    'opacity\\s*:\\s*0(?:\\.0+)?%?(?=\\s*(?:;|$|!))',
    'font-size\\s*:\\s*0(?:\\.0+)?(?:px|pt|em|rem|%)?(?=\\s*(?:;|$|!))',
    '(?:^|[;\\s])color\\s*:\\s*transparent',
    '(?:left|right|top|bottom|text-indent|margin-left|margin-top)\\s*:\\s*-\\d{3,}',
    'clip\\s*:\\s*rect\\(\\s*(?:0|1px)',
    'clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%',
    'transform\\s*:\\s*scale\\(\\s*0\\s*\\)',
  ].join('|'),
  'iu',
);

/** Declarations by which a page shows again what another rule hides. */
export const SHOWN =
  /display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.\d*[1-9])|font-size\s*:\s*[1-9]/iu;
