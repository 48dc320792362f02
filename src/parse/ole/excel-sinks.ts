import { type Sheet, SheetRows } from '../document/sheet/sheet.ts';
import type { ExcelSheet, ExcelSink } from './excel-cells.ts';

/** Cells, headers and the words of shapes as lines, in the order of the records. */
export class ExcelLines implements ExcelSink {
  readonly #out: string[] = [];
  #row = -1;
  #left: number;

  constructor(mostChars: number) {
    this.#left = mostChars;
  }

  text(): string {
    return this.#out.join('').trim();
  }

  sheet({ name }: ExcelSheet): void {
    this.line(name);
  }

  begin(): void {
    this.#row = -1;
  }

  line(text: string): boolean {
    if (text !== '') this.#add(`\n${text}\n`);
    this.#row = -1;
    return this.#left >= 0;
  }

  cell(row: number, _column: number, text: string): boolean {
    this.#add(row === this.#row ? '\t' : '\n');
    this.#row = row;
    this.#add(text);
    return this.#left >= 0;
  }

  #add(text: string): void {
    this.#out.push(text);
    this.#left -= text.length;
  }
}

/** A table for each sheet. */
export class ExcelTables implements ExcelSink {
  readonly #names: ExcelSheet[] = [];
  readonly #tables: SheetRows[] = [];
  #left: number;

  constructor(mostChars: number) {
    this.#left = mostChars;
  }

  sheets(): readonly Sheet[] {
    // Tabs name where their sheet begins; the sheets themselves stand in that order ([MS-XLS] 2.4.28).
    const places = this.#names.map(({ at }, tab) => ({ at, tab })).sort((a, b) => a.at - b.at);
    const tableOf = new Map(places.map(({ tab }, order) => [tab, this.#tables[order]]));
    return this.#names.map(({ name, hidden }, tab) => {
      const table = tableOf.get(tab);
      return { name, hidden, rows: table?.rows ?? [], truncated: table?.truncated ?? false };
    });
  }

  sheet(sheet: ExcelSheet): void {
    this.#names.push(sheet);
  }

  begin(isGlobal: boolean): void {
    if (!isGlobal) this.#tables.push(new SheetRows(this.#left));
  }

  line(): boolean {
    return true;
  }

  cell(row: number, column: number, text: string): boolean {
    this.#left -= text.length;
    return this.#tables.at(-1)?.put(row, column, text) ?? true;
  }
}
