import { readHtml } from '../read-html.ts';
import type { Grid } from './grid.ts';
import { type Cell, tableGrid } from './table-grid.ts';
import { type Tone, toneOf, tonesOfStyle } from './tone.ts';

/** What of an HTML page may draw a code: tables of coloured cells, and lines of letters and coloured spaces. */
export interface HtmlDrawing {
  readonly tables: readonly Grid[];
  readonly lines: readonly string[];
}

// Attack: megabytes of tags, tables in tables, a page of nothing but tables. A code of 177 modules takes 31,329 cells.
const MOST_CHARS = 6_000_000;
const DEEPEST = 200;
const MOST_TABLES = 10;
const MOST_CELLS = 200_000;
const MOST_LINES = 5000;
const LONGEST_LINE = 1000;
const MOST_CLASSES = 500;

/** Reads a page for what it draws; the rest is passed over. Never throws, never loads anything. */
export function htmlDrawing(html: string): HtmlDrawing {
  if (!mayDraw(html)) return { tables: [], lines: [] };
  const reader = new Reader();
  readHtml(html, MOST_CHARS, reader);
  return reader.drawing();
}

/** Most pages draw nothing: without so many rows of a table or lines, and no block letters, none is read a second time. */
function mayDraw(html: string): boolean {
  if (/[▀-▟■⬛]|&#(?:x25[89a]|9(?:600|604|608|632))|&(?:block|uhblk|lhblk);/iu.test(html)) return true;
  if (/<pre|white-space\s{0,5}:\s{0,5}pre/iu.test(html)) return true;
  return [/<tr/giu, /<br/giu, /<div/giu, /<\/p/giu].some((tag) => {
    for (let found = 0; tag.test(html); ) if (++found >= ROWS) return true;
    return false;
  });
}

const ROWS = 20;

interface Open {
  readonly name: string;
  readonly ground: Tone;
  /** Of this very element and no other around it. */
  readonly own: Tone;
  readonly letters: Tone;
  readonly pre: boolean;
  /** How many letters of it are as wide as it is: an element without text that is drawn. */
  readonly wide: number;
  /** Letters of all lines when it opened. */
  readonly from: number;
}

interface Table {
  readonly rows: { readonly cells: Cell[]; readonly height: number | null; readonly ground: Tone }[];
  readonly depth: number;
}

class Reader {
  full = false;
  readonly #classes = new Map<string, string>();
  readonly #stack: Open[] = [];
  readonly #tables: Table[] = [];
  readonly #grids: Grid[] = [];
  readonly #lines: string[] = [];
  #line = '';
  #letters = 0;
  #cells = 0;
  #css = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'br') this.#newLine();
    if (VOID.has(name)) return;
    if (this.#stack.length >= DEEPEST || this.#cells > MOST_CELLS) this.full = true;
    const around = this.#stack.at(-1);
    const style = this.#styleOf(attributes);
    const tones = tonesOfStyle(style);
    const own = tones.ground ?? toneOf(attributes.bgcolor ?? '');
    const [width, height] = [sizeOf('width', style, attributes), sizeOf('height', style, attributes)];
    const wide = width === null || height === null || height === 0 ? 1 : Math.round(width / height);
    if (own === null && BLOCKS.has(name)) this.#newLine();
    this.#stack.push({
      name,
      own,
      ground: own ?? around?.ground ?? null,
      letters: tones.letters ?? toneOf(attributes.color ?? '') ?? around?.letters ?? null,
      pre:
        name === 'pre' ||
        /white-space\s{0,5}:\s{0,5}(?:pre|break-spaces)/iu.test(style) ||
        around?.pre === true,
      wide: Math.min(Math.max(wide, 1), LONGEST_LINE),
      from: this.#letters,
    });
    const table = this.#tables.at(-1);
    if (name === 'table') this.#tables.push({ rows: [], depth: this.#stack.length });
    else if (name === 'tr')
      table?.rows.push({ cells: [], height, ground: this.#stack.at(-1)?.ground ?? null });
    else if (name === 'td' || name === 'th') {
      this.#cells++;
      const span = Math.min(Math.max(Number.parseInt(attributes.colspan ?? '1', 10) || 1, 1), LONGEST_LINE);
      table?.rows.at(-1)?.cells.push({ tone: this.#stack.at(-1)?.ground ?? null, span, width, height });
    } else if (own !== null) {
      // `<td><div style="background:#000">`: the cell shows what lies in it.
      const cell = table?.rows.at(-1)?.cells.at(-1);
      if (cell !== undefined) cell.tone = own;
    }
  }

  text(text: string): void {
    const { name, ground = null, letters = null, pre = false } = this.#stack.at(-1) ?? {};
    if (name === 'style' && this.#css.length < MOST_CHARS / 10) this.#css += text;
    if (name === 'style' || name === 'script' || name === 'title') return;
    const lines = pre ? text.split('\n') : [text.replace(/[ \t\r\n\f]+/gu, ' ')];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.#newLine();
      // White space between tags is no space.
      const shown = pre || line.trim() !== '' || line.includes('\u00a0') ? line : '';
      this.#add(inTones(pre ? shown : shown.replace(/^ | $/gu, ''), ground, letters));
    }
  }

  close(name: string): void {
    const open = this.#stack.at(-1);
    if (VOID.has(name) || open?.name !== name) return;
    if (name === 'style') this.#readClasses();
    const isCell = name === 'td' || name === 'th';
    if (open.own !== null && !isCell && open.from === this.#letters && !STRUCTURE.has(name))
      this.#add((open.own === 'dark' ? '█' : ' ').repeat(open.wide));
    else if (open.own === null && BLOCKS.has(name)) this.#newLine();
    if (name === 'tr') this.#newLine();
    if (name === 'table') this.#closeTable();
    this.#stack.pop();
  }

  drawing(): HtmlDrawing {
    while (this.#tables.length > 0) this.#closeTable();
    this.#newLine();
    return { tables: this.#grids, lines: this.#lines };
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    const grid = table === undefined ? null : tableGrid(table.rows);
    if (grid !== null && this.#grids.length < MOST_TABLES) this.#grids.push(grid);
  }

  #add(text: string): void {
    this.#letters += text.length;
    if (this.#line.length <= LONGEST_LINE) this.#line += text.slice(0, LONGEST_LINE);
  }

  #newLine(): void {
    if (this.#line !== '' && this.#lines.length < MOST_LINES) this.#lines.push(this.#line);
    this.#line = '';
  }

  #styleOf({ style = '', class: names = '' }: Readonly<Record<string, string>>): string {
    const ofClasses =
      names === ''
        ? []
        : names
            .slice(0, 300)
            .split(/\s+/u)
            .map((one) => this.#classes.get(one) ?? '');
    return `${style.slice(0, 1000)};${ofClasses.join(';')}`;
  }

  #readClasses(): void {
    for (const [, name = '', rules = ''] of this.#css.matchAll(/\.([\w-]{1,60})\s{0,9}\{([^{}]{0,1000})\}/gu))
      if (this.#classes.size < MOST_CLASSES) this.#classes.set(name, rules);
    this.#css = '';
  }
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const BLOCKS = new Set('div p tr table li ul ol h1 h2 h3 h4 pre center blockquote'.split(' '));
const STRUCTURE = new Set('html body table tbody thead tr center'.split(' '));

/** Block letters in the colour of the ground are not seen, and coloured spaces are. */
function inTones(text: string, ground: Tone, letters: Tone): string {
  if (letters !== 'light' && ground === null) return text;
  if (letters === 'light' && ground !== 'dark') return text.replace(/█/gu, ' ');
  return ground === 'dark' && /^[\s\u00a0]+$/u.test(text) ? text.replace(/[ \u00a0]/gu, '█') : text;
}

/** A width or height in pixels (or points: only proportions count); null for none and for shares. */
function sizeOf(
  side: 'width' | 'height',
  style: string,
  attributes: Readonly<Record<string, string>>,
): number | null {
  const inStyle = (side === 'width' ? WIDTH : HEIGHT).exec(style)?.[1];
  const value = Number(
    inStyle ?? /^\s{0,5}(\d{1,4}(?:\.\d{1,4})?)(?:px|pt)?\s{0,5}$/iu.exec(attributes[side] ?? '')?.[1],
  );
  return Number.isFinite(value) ? value : null;
}

const WIDTH = /(?:^|[;{\s])width\s{0,5}:\s{0,5}(\d{1,4}(?:\.\d{1,4})?)(?:px|pt)/iu;
const HEIGHT = /(?:^|[;{\s])height\s{0,5}:\s{0,5}(\d{1,4}(?:\.\d{1,4})?)(?:px|pt)/iu;
