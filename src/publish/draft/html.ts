import { decodeHTML } from 'entities';
import type { ReadBlocks } from './assemble.ts';
import { type Block, BlockWriter, hiddenBlock } from './block.ts';
import { type StyledElement, styledElement } from './css-selector.ts';
import { attributeOf, attributesOf, type HtmlTag, isAddress, isUnseen, tagAt } from './html-tag.ts';
import { dataOf } from './markdown-inline.ts';
import { type StyleSheet, styleSheetOf } from './style-sheet.ts';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
const RAW = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'noembed']);

/**
 * The paragraphs of a draft in HTML. What a browser does not show is told as hidden: comments, scripts, descriptions,
 * other texts of pictures, and elements that their own style or a sheet of the page hides.
 */
export function readHtml(html: string): ReadBlocks {
  const state = new HtmlBlocks(styleSheetOf(html));
  let at = 0;
  let line = 1;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const stop = open < 0 ? html.length : open;
    state.words(
      decodeHTML(html.slice(at, stop)).replace(/\s+/gu, (run) => keptSpace(run)),
      line,
    );
    line += linesIn(html, at, stop);
    if (open < 0) break;
    at = step(html, open, line, state);
    line += linesIn(html, open, at);
  }
  state.end(line);
  return { blocks: [...state.blocks, ...state.hidden], frontMatter: {}, failure: null };
}

/** Spaces that do not break are letters of French typography. */
function keptSpace(run: string): string {
  return /^[\u00a0\u202f]+$/u.test(run) ? run : ' ';
}

function linesIn(html: string, from: number, to: number): number {
  let count = 0;
  for (let at = html.indexOf('\n', from); at >= 0 && at < to; at = html.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Reads what begins with a `<` and tells where reading goes on. */
function step(html: string, open: number, line: number, state: HtmlBlocks): number {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 4);
    const end = close < 0 ? html.length : close;
    state.hide(decodeHTML(html.slice(open + 4, end)), 'comment', line);
    return Math.min(html.length, end + 3);
  }
  const tag = tagAt(html, open);
  if (tag === null) {
    const close = /^<[!?]/u.test(html.slice(open, open + 2)) ? html.indexOf('>', open) : open;
    if (close === open) state.words('<', line);
    return close < 0 ? html.length : close + 1;
  }
  state.tag(tag, line);
  if (tag.closing || !RAW.has(tag.name)) return tag.end;
  // Searched from here on: a page of scripts put into small letters for each of them costs its square.
  const closing = new RegExp(`</${tag.name}`, 'giu');
  closing.lastIndex = tag.end;
  const end = closing.exec(html)?.index ?? html.length;
  if (tag.name !== 'style') state.hide(html.slice(tag.end, end), tag.name, line);
  return end;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Attack: elements in elements without end; those beyond it are taken for their neighbours. */
const MOST_NESTED = 1000;

/** Attributes that a page keeps words in, beside what a browser shows. */
const HOLDS_WORDS = /^(?:title|srcset|aria-\w{1,30}|data-.{1,60}|value|placeholder|label|summary|longdesc)$/u;

interface OpenElement extends StyledElement {
  readonly unseen: boolean;
}

class HtmlBlocks {
  readonly blocks: Block[] = [];
  readonly hidden: Block[] = [];
  private current = new BlockWriter(1);
  private titled = false;
  private readonly sheet: StyleSheet;
  /** Elements that are open, the outermost first. */
  private readonly around: OpenElement[] = [];

  constructor(sheet: StyleSheet) {
    this.sheet = sheet;
  }

  words(text: string, line: number): void {
    if (this.around.at(-1)?.unseen === true) {
      this.hide(text, 'text that is not shown', line);
      return;
    }
    if (this.current.isEmpty) {
      this.current.line = line;
      this.current.text = '';
    }
    this.current.text +=
      this.current.text === '' || this.current.text.endsWith(' ') ? text.replace(/^ /u, '') : text;
  }

  hide(text: string, where: string, line: number): void {
    if (text.trim() !== '') this.hidden.push(hiddenBlock(text.trim(), where, line));
  }

  tag({ name, closing, attributes }: HtmlTag, line: number): void {
    this.watch(name, closing, attributes);
    if (BLOCKS.has(name)) {
      this.end(line);
      if (!closing) this.begin(name, attributes);
    }
    if (name === 'br') this.current.text += '\n';
    if (closing) return;
    const [href, src, alt, content] = ['href', 'src', 'alt', 'content'].map((key) =>
      attributeOf(attributes, key),
    );
    if (href) {
      if (href.startsWith('#') && !href.startsWith('#/')) this.current.mark(href.slice(1));
      else this.current.link(href);
    }
    if (src && name === 'img') this.current.image(src, dataOf(src));
    else if (src) this.current.link(src);
    if (alt) this.hide(alt, 'text of a picture', line);
    if (name === 'meta' && content) this.hide(content, 'meta', line);
    for (const [key, value] of attributesOf(attributes)) {
      if (isAddress(key, value)) this.current.link(value);
      else if (HOLDS_WORDS.test(key)) this.hide(value, key, line);
    }
  }

  /** Keeps what is open, and whether a browser shows it: within what is not shown nothing is. */
  private watch(name: string, closing: boolean, attributes: string): void {
    if (closing) {
      const opened = this.around.findLastIndex((one) => one.name === name);
      if (opened >= 0) this.around.length = opened;
    } else if (!VOID.has(name) && !attributes.endsWith('/') && this.around.length < MOST_NESTED) {
      const element = styledElement(name, attributes);
      const unseen =
        this.around.at(-1)?.unseen === true || isUnseen(attributes) || this.sheet.hides(element, this.around);
      this.around.push({ ...element, unseen });
    }
  }

  end(line: number): void {
    const { current } = this;
    current.text = current.text.replace(/[ \t]+$/gmu, '');
    if (!current.isEmpty) {
      if (current.kind === 'headline') this.titled = true;
      this.blocks.push(current.done());
    }
    this.current = new BlockWriter(line);
  }

  private begin(name: string, attributes: string): void {
    const { current } = this;
    // The title of the page is what search engines show; the headline is the first of the page itself.
    if (name === 'title') {
      current.kind = 'hidden';
      current.where = 'title';
    } else if (name === 'h1' && !this.titled) current.kind = 'headline';
    else if (/^h[1-6]$/u.test(name)) current.kind = 'heading';
    const id = attributeOf(attributes, 'id');
    if (id !== '' && /note|fn|ref/iu.test(id)) [current.note, current.kind] = [id, 'note'];
  }
}
