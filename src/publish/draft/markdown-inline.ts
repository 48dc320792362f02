import { decodeHTML } from 'entities';
import type { BlockWriter } from './block.ts';
import { attributeOf, attributesOf, isAddress } from './html-tag.ts';

/** In the order in which they are tried at each place; none can match across an empty line, all are bounded. */
const TOKENS =
  /\\([!-/:-@[-`{-~])|(!?)\[([^[\]]{0,500})\]\(\s{0,9}<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,2000})?)>?(?:\s{1,9}["'(][^"')]{0,300}["')])?\s{0,9}\)|\[\^([^\]\s]{1,60})\]|^ {0,3}\[([^\]^][^\]]{0,200})\]:\s{0,9}<?([^\s<>]{1,2000})>?[^\n]{0,300}$|<((?:https?|ftp|mailto|tamis|magnet):[^\s<>]{1,2000})>|<\/?([a-z][a-z0-9]{0,15})((?:\s[^<>]{0,2000})?)>|\b((?:https?|ftp|magnet|ed2k|ipfs):[^\s<>"'\])]{1,2000})|(\*{1,3}|_{2,3}|~~|`{1,3})/gimu;

/** The words of a paragraph without the marks of Markdown, and what they link to. Line ends stay where they are. */
export function writeInline(source: string, writer: BlockWriter): void {
  let at = 0;
  for (const match of source.matchAll(TOKENS)) {
    writer.text += decodeHTML(source.slice(at, match.index));
    at = match.index + match[0].length;
    writeToken(match, writer);
  }
  writer.text += decodeHTML(source.slice(at));
}

function writeToken(match: RegExpMatchArray, writer: BlockWriter): void {
  const [whole, escaped, bang, words, target, note, , reference, auto, tag, attributes, bare] = match;
  if (escaped !== undefined) writer.text += escaped;
  else if (target !== undefined) {
    if (bang === '!') writer.image(decodeHTML(target), dataOf(target));
    else writer.link(decodeHTML(target));
    writeInline(words ?? '', writer);
  } else if (note !== undefined) writer.mark(note);
  else if (reference !== undefined) writer.link(decodeHTML(reference));
  else if (auto !== undefined || bare !== undefined) {
    writer.link(decodeHTML(auto ?? bare ?? ''));
    writer.text += auto ?? bare ?? '';
  } else if (tag !== undefined) writeTag(tag, attributes ?? '', writer);
  // Stars with blanks around them are no emphasis but stars.
  else if (/^\*$/u.test(whole) && isBlankAround(match)) writer.text += whole;
}

function isBlankAround({ index = 0, input = '' }: RegExpMatchArray): boolean {
  return /\s|^$/u.test(input[index - 1] ?? '') && /\s|^$/u.test(input[index + 1] ?? '');
}

function writeTag(tag: string, attributes: string, writer: BlockWriter): void {
  const name = tag.toLowerCase();
  const [href, src, alt] = ['href', 'src', 'alt'].map((key) => attributeOf(attributes, key));
  if (href) writer.link(href);
  if (src && name === 'img') writer.image(src, dataOf(src));
  else if (src) writer.link(src);
  if (alt) writer.text += alt;
  for (const [key, value] of attributesOf(attributes))
    if (isAddress(key, value)) writer.link(value);
    else if (/^(?:title|data-.{1,60}|aria-\w{1,30})$/u.test(key)) writer.text += ` ${value} `;
}

/** The bytes of a picture that is written into the text itself; null for others. */
export function dataOf(target: string): Uint8Array | null {
  const match = /^data:image\/[\w.+-]{1,40};base64,/iu.exec(target);
  return match === null ? null : Buffer.from(target.slice(match[0].length), 'base64');
}
