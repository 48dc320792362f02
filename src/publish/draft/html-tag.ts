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
