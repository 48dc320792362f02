import type { Picture } from '../../../parse/ocr/picture.ts';

/** Something drawn out of cells or letters: dark and light places, row by row from the top. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** 1 where it is dark. */
  readonly dark: Uint8Array;
}

/** Modules on a side of the smallest code (ISO/IEC 18004). */
export const FEWEST = 21;
/** Twice the modules of the largest code with its margin (177, and 4 on each side): a module may be two letters wide. */
export const MOST = 400;

/** A code is about half dark, with a wide margin a fifth; a table with one coloured column is neither. */
const LEAST_DARK = 0.1;
const MOST_DARK = 0.9;

/** The grid of these rows, each a list of dark places; null where it has not the size or the ink of a code. */
export function gridOf(rows: readonly (readonly boolean[])[]): Grid | null {
  const height = rows.length;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (Math.min(width, height) < FEWEST || Math.max(width, height) > MOST) return null;
  const dark = new Uint8Array(width * height);
  let count = 0;
  for (const [y, row] of rows.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) {
        dark[y * width + x] = 1;
        count++;
      }
  const share = count / dark.length;
  return share < LEAST_DARK || share > MOST_DARK ? null : { width, height, dark };
}

/** Pixels of one place, and the margin around all in places: less, and readers miss small codes. */
const SCALE = 3;
const MARGIN = 4;

/** The grid as a picture in a margin that is light, or dark for a code drawn in light on dark. */
export function pictureOf({ width, height, dark }: Grid, margin: 'light' | 'dark'): Picture {
  const [wide, high] = [(width + 2 * MARGIN) * SCALE, (height + 2 * MARGIN) * SCALE];
  const pixels = new Uint8ClampedArray(wide * high * 4).fill(margin === 'light' ? 255 : 0);
  for (let y = 0; y < high; y++) {
    const row = Math.floor(y / SCALE) - MARGIN;
    for (let x = 0; x < wide; x++) {
      const column = Math.floor(x / SCALE) - MARGIN;
      const at = (y * wide + x) * 4;
      if (row >= 0 && row < height && column >= 0 && column < width)
        pixels.fill(dark[row * width + column] === 1 ? 0 : 255, at, at + 3);
      pixels[at + 3] = 255;
    }
  }
  return { width: wide, height: high, pixels };
}
