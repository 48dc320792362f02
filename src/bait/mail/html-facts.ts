import { readHtml } from './read-html.ts';

/** What an HTML body shows and where it leads. Nothing of it is loaded. */
export interface HtmlFacts {
  /** As shown; white space collapsed, bounded. */
  readonly text: string;
  /** Characters in elements that their own style hides. */
  readonly hidden: number;
  readonly anchors: readonly Anchor[];
  readonly pictures: number;
  /** Pictures that lie in the page itself, as `data:` addresses; bounded in number and length. */
  readonly inside: readonly string[];
  /** A form with a field to type into. */
  readonly form: FormFacts | null;
  readonly script: boolean;
}

/** A link of a page. */
export interface Anchor {
  readonly target: string;
  /** Words between the tags; empty around a picture. */
  readonly shown: string;
  readonly picture: boolean;
}

/** A form that asks for something to be typed. */
export interface FormFacts {
  readonly action: string;
  readonly password: boolean;
}

// Attack: megabytes of tags. What a reader can be shown fits many times over.
const MOST_CHARS = 2_000_000;
const MOST_TEXT = 60_000;
const MOST_ANCHORS = 1000;
const MOST_TARGET = 8192;
// Attack: a page of thousands of pictures, each to be decoded.
const MOST_INSIDE = 5;
const LONGEST_INSIDE = 1_500_000;
// Attack: a closing tag looks for its opening one through the whole stack; a deep one makes that quadratic.
const DEEPEST = 500;

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const BLOCKS = new Set(
  'br div p td th tr table li ul ol h1 h2 h3 h4 h5 h6 center hr blockquote title'.split(' '),
);
const SILENT = new Set(['script', 'style', 'title', 'template', 'noscript']);
const HIDES =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?![.\d]*[1-9])|opacity\s{0,9}:\s{0,9}0(?![.\d]*[1-9])|max-height\s{0,9}:\s{0,9}0(?![.\d]*[1-9])/iu;

/** Reads HTML in one pass; never throws, never loads anything. */
export function htmlFacts(html: string): HtmlFacts {
  const reader = new Reader();
  readHtml(html, MOST_CHARS, reader);
  return reader.facts();
}

class Reader {
  full = false;
  readonly #anchors: Anchor[] = [];
  readonly #shown: string[] = [];
  #length = 0;
  #hidden = 0;
  #depth = 0;
  /** Depth at which something hidden or silent began; 0 outside. */
  #hiddenFrom = 0;
  #silentFrom = 0;
  #pictures = 0;
  readonly #inside: string[] = [];
  #form: FormFacts | null = null;
  #action = '';
  #script = false;
  #anchor: { target: string; shown: string; picture: boolean } | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const isVoid = VOID.has(name);
    if (!isVoid && ++this.#depth > DEEPEST) this.full = true;
    if (BLOCKS.has(name)) this.#add(' ');
    if (!isVoid && this.#hiddenFrom === 0 && isHidden(attributes)) this.#hiddenFrom = this.#depth;
    if (SILENT.has(name) && this.#silentFrom === 0) this.#silentFrom = this.#depth;
    if (name === 'script') this.#script = true;
    else if (name === 'a' || name === 'area')
      this.#openAnchor(attributes.href ?? attributes['xlink:href'] ?? '');
    else if (name === 'img' || name === 'image')
      this.#picture(attributes.src ?? attributes.href ?? attributes['xlink:href'] ?? '');
    else if (name === 'form') this.#action = (attributes.action ?? '').slice(0, MOST_TARGET);
    else if (name === 'input') this.#input((attributes.type ?? 'text').toLowerCase());
  }

  text(text: string): void {
    if (this.#silentFrom > 0) return;
    if (this.#hiddenFrom > 0) this.#hidden += text.trim().length;
    else {
      this.#add(text);
      if (this.#anchor !== null && this.#anchor.shown.length < 500) this.#anchor.shown += text;
    }
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (name === 'a') this.#closeAnchor();
    if (BLOCKS.has(name)) this.#add(' ');
    if (this.#depth === this.#hiddenFrom) this.#hiddenFrom = 0;
    if (this.#depth === this.#silentFrom) this.#silentFrom = 0;
    if (this.#depth > 0) this.#depth--;
  }

  facts(): HtmlFacts {
    this.#closeAnchor();
    const text = this.#shown.join('').replace(/\s+/gu, ' ').trim();
    return {
      text,
      hidden: this.#hidden,
      anchors: this.#anchors,
      pictures: this.#pictures,
      inside: this.#inside,
      form: this.#form,
      script: this.#script,
    };
  }

  #add(text: string): void {
    if (this.#length >= MOST_TEXT) return;
    this.#shown.push(text);
    this.#length += text.length;
  }

  #openAnchor(href: string): void {
    this.#closeAnchor();
    const target = href.trim().slice(0, MOST_TARGET);
    if (target !== '' && !target.startsWith('#')) this.#anchor = { target, shown: '', picture: false };
  }

  #closeAnchor(): void {
    if (this.#anchor !== null && this.#anchors.length < MOST_ANCHORS)
      this.#anchors.push({ ...this.#anchor, shown: this.#anchor.shown.replace(/\s+/gu, ' ').trim() });
    this.#anchor = null;
  }

  #picture(source: string): void {
    this.#pictures++;
    if (/^\s*data:image\//iu.test(source.slice(0, 40)) && source.length <= LONGEST_INSIDE)
      if (this.#inside.length < MOST_INSIDE) this.#inside.push(source);
    if (this.#anchor !== null) this.#anchor.picture = true;
  }

  #input(type: string): void {
    if (!TYPED.has(type)) return;
    this.#form = { action: this.#action, password: type === 'password' || this.#form?.password === true };
  }
}

const TYPED = new Set(['text', 'password', 'email', 'tel', 'number', 'search']);

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.hidden !== undefined) return true;
  const { style } = attributes;
  return style !== undefined && HIDES.test(style.slice(0, 1000));
}
