/** A sheet of a workbook as a table of texts, as its cells show them. */
export interface Sheet {
  readonly name: string;
  /** Not shown by the program that made it until somebody asks for it. */
  readonly hidden: boolean;
  /** From the first row on; rows and cells that hold nothing are empty. */
  readonly rows: readonly (readonly string[])[];
  /** There is more than is here. */
  readonly truncated: boolean;
}

/** Takes the cells of a sheet as they come, rows and columns from 0; false when it wants no more. */
export type CellSink = (row: number, column: number, text: string) => boolean;

/** Attack: one cell in the last column of the last row, and a table drawn up to it. */
const MOST_ROWS = 100_000;
/** Excel 97 had no more; people fill fewer. */
const MOST_COLUMNS = 256;

/** Sheets that are read. Attack: a workbook that names a million of them. */
export const MOST_SHEETS = 500;

/** Gathers cells into rows. */
export class SheetRows {
  readonly rows: string[][] = [];
  truncated = false;
  #left: number;

  constructor(mostChars: number) {
    this.#left = mostChars;
  }

  readonly put: CellSink = (row, column, text) => {
    this.#left -= text.length;
    if (row >= MOST_ROWS || column >= MOST_COLUMNS || this.#left < 0) this.truncated = true;
    else if (text !== '') {
      while (this.rows.length <= row) this.rows.push([]);
      const cells = this.rows[row] ?? [];
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    return this.#left >= 0;
  };
}

/** Cells as the index takes them: a line a row, cells apart by tabs, whatever stands between them empty. */
export class SheetLines {
  readonly #parts: string[] = [];
  #row = -1;
  #left: number;

  constructor(mostChars: number) {
    this.#left = mostChars;
  }

  readonly put: CellSink = (row, _column, text) => {
    if (text === '') return true;
    this.#parts.push(row === this.#row ? '\t' : '\n', text);
    this.#row = row;
    this.#left -= text.length + 1;
    return this.#left >= 0;
  };

  text(): string {
    return this.#parts.join('').trim();
  }
}
