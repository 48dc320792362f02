import { crc32 } from 'node:zlib';
import type { DocumentContent } from './document.ts';
import { GREY, pngFile } from './png-file.ts';

const SIZE = 32;

/** A PNG of bars, one for each line. */
export function png({ lines }: DocumentContent): Buffer {
  const heights = lines.map((line) => crc32(line) % SIZE);
  const rows = Array.from({ length: SIZE }, (_, y) => [
    0,
    ...Array.from({ length: SIZE }, (_, x) => (y > (heights[x % heights.length] ?? 0) ? 40 : 230)),
  ]);
  return pngFile(SIZE, GREY, rows);
}
