import { cut, padEnd, padStart, width } from './cells.ts';

export interface Column {
  readonly align?: 'left' | 'right';
  /** Narrowest this column may be made when the table is wider than the terminal; absent: never cut. */
  readonly shrinks?: number;
  /** Applied after the text has been cut and padded. */
  readonly style?: (text: string, row: number) => string;
}

/** Rows as lines, two spaces between columns; too wide a table gives up width in the columns that may shrink. */
export function table(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  available: number,
): string[] {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => width(row[index] ?? ''))));
  fit(widths, columns, available);
  return rows.map((row, rowIndex) => {
    const cells = columns.map((column, index) => {
      const cells = widths[index] ?? 0;
      const text = cut(row[index] ?? '', cells);
      const padded = column.align === 'right' ? padStart(text, cells) : padEnd(text, cells);
      const last = index === columns.length - 1 && column.align !== 'right';
      const laid = last ? padded.trimEnd() : padded;
      return column.style === undefined ? laid : column.style(laid, rowIndex);
    });
    return cells.join('  ');
  });
}

/** Takes width from the widest column that may shrink until the table fits or none can give more. */
function fit(widths: number[], columns: readonly Column[], available: number): void {
  let excess = widths.reduce((sum, cells) => sum + cells, 0) + 2 * (widths.length - 1) - available;
  while (excess > 0) {
    const widest = widestShrinkable(widths, columns);
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
}

function widestShrinkable(widths: readonly number[], columns: readonly Column[]): number {
  let best = -1;
  widths.forEach((cells, index) => {
    const least = columns[index]?.shrinks ?? Number.POSITIVE_INFINITY;
    if (cells > least && (best < 0 || cells > (widths[best] ?? 0))) best = index;
  });
  return best;
}
