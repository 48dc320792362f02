import { decodeText } from '../code-page.ts';
import { CHARACTER_SETS, codePageOfFontCharset } from './fonts.ts';
import { type RtfToken, rtfTokens } from './tokens.ts';
import { ASIDES, CHARACTERS, PROPERTIES, SKIPPED_DESTINATIONS, SYMBOLS, TRANSPARENT } from './words.ts';

/** What an RTF body was before Outlook made RTF of it (MS-OXRTFEX), and its text. */
export interface RtfContent {
  /**
   * `html`: carried inside, given back as it was but for its line ends. `text`: plain text carried inside. `rtf`:
   * written as RTF; then `text` is its words without the formatting.
   */
  readonly type: 'html' | 'text' | 'rtf';
  readonly text: string;
  /** Groups that the end of the bytes left open: more than none if they were cut off or damaged. */
  readonly open: number;
}

/** Groups in groups. Beyond, a group shares its parent's state. Attack: a megabyte of open braces. */
const DEEPEST = 512;
/** MS-OXRTFEX 2.1.3.1: \fromhtml1 or \fromtext stands among the first ten tokens. A few more are allowed here. */
const HEADER_TOKENS = 24;
/** Attack: a group of its own around every word. */
const MOST_ASIDES = 10_000;

/**
 * Reads the RTF body of a message, or with `everything` an RTF document: then what is hidden is read too and, after the
 * body, headers, notes, comments and texts in drawings. Never throws: any bytes are some RTF.
 */
export function readRtf(rtf: Uint8Array, everything = false): RtfContent {
  const type = originOf(rtf);
  const reader = new RtfReader(rtf, type === 'html', everything && type === 'rtf');
  for (const token of rtfTokens(rtf)) reader.take(token);
  return { type, text: reader.finish(), open: reader.open };
}

function originOf(rtf: Uint8Array): RtfContent['type'] {
  let seen = 0;
  for (const token of rtfTokens(rtf)) {
    if (token.type === 'word' && token.name === 'fromhtml') return 'html';
    if (token.type === 'word' && token.name === 'fromtext') return 'text';
    if (++seen > HEADER_TOKENS) break;
  }
  return 'rtf';
}

interface GroupState {
  /** In a destination whose text is no part of the body. */
  readonly skipped: boolean;
  readonly inHtmlTag: boolean;
  readonly inFontTable: boolean;
  /** Between \htmlrtf and \htmlrtf0: made for RTF readers only. */
  readonly rtfOnly: boolean;
  readonly hidden: boolean;
  readonly font: number;
  /** Characters that stand in for a Unicode one, \uc. */
  readonly fallbackChars: number;
  /** Where its text goes, if not into the body. */
  readonly aside: string[] | null;
}

const FIRST: GroupState = {
  skipped: false,
  inHtmlTag: false,
  inFontTable: false,
  rtfOnly: false,
  hidden: false,
  font: -1,
  fallbackChars: 1,
  aside: null,
};

class RtfReader {
  readonly #rtf: Uint8Array;
  readonly #html: boolean;
  readonly #everything: boolean;
  readonly #out: string[] = [];
  readonly #asides: string[][] = [];
  readonly #bytes: number[] = [];
  readonly #stack: GroupState[] = [];
  readonly #fontCodePages = new Map<number, number>();
  #state = FIRST;
  #tooDeep = 0;
  #codePage = 1252;
  #defaultFont = -1;
  #starred = false;
  #toSkip = 0;

  constructor(rtf: Uint8Array, html: boolean, everything: boolean) {
    this.#rtf = rtf;
    this.#html = html;
    this.#everything = everything;
  }

  get open(): number {
    return this.#stack.length;
  }

  take(token: RtfToken): void {
    if (token.type === 'text') this.#text(token.start, token.end);
    else if (token.type === 'byte') this.#byte(token.byte);
    else {
      this.#flush();
      if (token.type === 'open') this.#open();
      else if (token.type === 'close') this.#close();
      else if (token.type === 'symbol') this.#symbol(token.name);
      else this.#word(token.name, token.value);
    }
  }

  finish(): string {
    this.#flush();
    const told = [this.#out, ...this.#asides].map((each) => each.join(''));
    return told.filter((text, at) => at === 0 || text.trim() !== '').join('\r\n');
  }

  #open(): void {
    this.#toSkip = 0;
    if (this.#stack.length >= DEEPEST) this.#tooDeep++;
    else this.#stack.push(this.#state);
  }

  #close(): void {
    this.#toSkip = 0;
    if (this.#tooDeep > 0) this.#tooDeep--;
    else this.#state = this.#stack.pop() ?? FIRST;
  }

  #symbol(name: string): void {
    if (name === '*') {
      this.#starred = true;
      return;
    }
    const text = SYMBOLS[name];
    if (text !== undefined) this.#emit(text);
  }

  #word(name: string, value: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    if (name === 'htmltag') this.#set({ inHtmlTag: true, skipped: !this.#html });
    else if (name === 'fonttbl') this.#set({ inFontTable: true, skipped: true });
    else if (this.#everything && ASIDES.has(name)) this.#aside();
    else if (this.#everything && TRANSPARENT.has(name)) return;
    else if (this.#everything && PROPERTIES.has(name)) this.#set({ skipped: true });
    else if (starred || SKIPPED_DESTINATIONS.has(name)) this.#set({ skipped: true });
    else if (name === 'u') this.#unicode(value ?? 0);
    else if (!this.#setting(name, value)) {
      const text = CHARACTERS[name];
      if (text !== undefined) this.#emit(text);
    }
  }

  /** Many thousands of notes go into one list, lest each costs a list of its own. */
  #aside(): void {
    const last = this.#asides.at(-1);
    const aside = this.#asides.length >= MOST_ASIDES && last !== undefined ? last : [];
    if (aside === last) aside.push('\r\n');
    else this.#asides.push(aside);
    this.#set({ aside });
  }

  #setting(name: string, value: number | null): boolean {
    if (name === 'ansicpg') this.#codePage = value ?? 1252;
    else if (CHARACTER_SETS[name] !== undefined) this.#codePage = CHARACTER_SETS[name];
    else if (name === 'deff') this.#defaultFont = value ?? -1;
    else if (name === 'uc') this.#set({ fallbackChars: Math.min(16, Math.max(0, value ?? 1)) });
    else if (name === 'htmlrtf') this.#set({ rtfOnly: value !== 0 });
    else if (name === 'v') this.#set({ hidden: value !== 0 });
    else if (name === 'plain') this.#set({ hidden: false, font: this.#defaultFont });
    else if (name === 'f') this.#set({ font: value ?? -1 });
    else if (name === 'fcharset') this.#fontCodePage(codePageOfFontCharset(value ?? 0));
    else if (name === 'cpg') this.#fontCodePage(value);
    else return false;
    return true;
  }

  #fontCodePage(codePage: number | null): void {
    if (this.#state.inFontTable && codePage !== null) this.#fontCodePages.set(this.#state.font, codePage);
  }

  #set(change: Partial<GroupState>): void {
    this.#state = { ...this.#state, ...change };
  }

  get #silent(): boolean {
    const { skipped, rtfOnly, hidden, inHtmlTag } = this.#state;
    return skipped || (this.#html ? rtfOnly && !inHtmlTag : hidden && !this.#everything);
  }

  #unicode(value: number): void {
    this.#emit(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#state.fallbackChars;
  }

  #emit(text: string): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (!this.#silent) (this.#state.aside ?? this.#out).push(text);
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (!this.#silent) this.#bytes.push(byte);
  }

  #text(start: number, end: number): void {
    const from = Math.min(end, start + this.#toSkip);
    this.#toSkip -= from - start;
    this.#starred = false;
    if (this.#silent) return;
    for (let at = from; at < end; at++) this.#bytes.push(this.#rtf[at] ?? 0);
  }

  /** Bytes are decoded together: a character of two bytes may be half escape, half letter. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const font = this.#state.inHtmlTag ? -1 : this.#state.font;
    const codePage = this.#fontCodePages.get(font) ?? this.#codePage;
    (this.#state.aside ?? this.#out).push(decodeText(Uint8Array.from(this.#bytes), codePage));
    this.#bytes.length = 0;
  }
}
