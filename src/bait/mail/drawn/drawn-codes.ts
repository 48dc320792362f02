import type { Link } from '../link.ts';
import { codeLinks, codesIn } from '../qr-codes.ts';
import { type Grid, pictureOf } from './grid.ts';
import { htmlDrawing } from './html-drawing.ts';
import { textGrids } from './text-grids.ts';

/**
 * Where QR codes lead that a mail draws out of table cells, coloured elements or block letters, past everything that looks at
 * pictures. `html` and `plain` are the two forms of a body. Never throws.
 */
export async function drawnLinks(html: string | null, plain: string): Promise<Link[]> {
  const { tables, lines } = htmlDrawing(html ?? '');
  const grids = [...tables, ...textGrids(lines), ...textGrids(plain.split('\n', MOST_LINES))];
  const found: string[] = [];
  for (const grid of grids) found.push(...(await codesOf(grid).catch(() => [])));
  return codeLinks(found, 'drawn-code');
}

/** Attack: a text of a million lines. */
const MOST_LINES = 5000;

/** A code in light letters on a dark page has its margin in letters too, or none. */
async function codesOf(grid: Grid): Promise<string[]> {
  const codes = await codesIn(pictureOf(grid, 'light'));
  return codes.length > 0 ? codes : await codesIn(pictureOf(grid, 'dark'));
}
