import { FEWEST, type Grid, gridOf, MOST } from './grid.ts';
import type { Tone } from './tone.ts';

/** A cell of a table as far as it can draw. */
export interface Cell {
  tone: Tone;
  /** Columns it takes. */
  readonly span: number;
  /** In pixels; null where the page does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A row of a table as far as it can draw; `height` in pixels. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly height: number | null;
  readonly ground: Tone;
}

/**
 * A table of coloured cells as a grid: a place for every column that a cell takes, or, where cells have different widths
 * in pixels, as often as the narrowest fits in; likewise for heights of rows. Null for what cannot be a code.
 */
export function tableGrid(rows: readonly TableRow[]): Grid | null {
  const drawn = rows.filter(({ cells }) => cells.length > 0);
  if (drawn.length > MOST || drawn.length < FEWEST / 2) return null;
  const narrowest = least(drawn.flatMap(({ cells }) => cells.map(({ width }) => width)));
  const lowest = least(drawn.map(heightOf));
  const lines: boolean[][] = [];
  for (const row of drawn) {
    const line: boolean[] = [];
    for (const { tone, span, width } of row.cells) {
      const wide = narrowest === null ? span : Math.round((width ?? narrowest) / narrowest);
      for (let x = 0; x < wide && line.length <= MOST; x++) line.push(tone === 'dark');
    }
    const high = lowest === null ? 1 : Math.round((heightOf(row) ?? lowest) / lowest);
    for (let y = 0; y < high && lines.length <= MOST; y++) lines.push(line);
  }
  return lines.length < FEWEST ? null : gridOf(lines);
}

function heightOf({ height, cells }: TableRow): number | null {
  return height ?? cells[0]?.height ?? null;
}

/** The smallest of sizes that are all given and differ; null where they say nothing. */
function least(sizes: readonly (number | null)[]): number | null {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0];
  for (const size of sizes) {
    if (size === null || size <= 0) return null;
    smallest = Math.min(smallest, size);
    largest = Math.max(largest, size);
  }
  return largest > smallest ? smallest : null;
}
