import type { Picture } from '../../parse/ocr/picture.ts';

/** In pixels of a picture, from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Paints boxes black: the pixels beneath are gone. Returns how many of them lie in the picture, wholly or in part. */
export function burn({ width, height, pixels }: Picture, boxes: readonly Box[]): number {
  let burnt = 0;
  for (const box of boxes) {
    const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(width, Math.ceil(box.right))];
    const [top, bottom] = [Math.max(0, Math.floor(box.top)), Math.min(height, Math.ceil(box.bottom))];
    if (left < right && top < bottom) burnt += 1;
    for (let y = top; y < bottom; y += 1)
      for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
        pixels[at] = 0;
        pixels[at + 1] = 0;
        pixels[at + 2] = 0;
        pixels[at + 3] = 255;
      }
  }
  return burnt;
}

/** The box with a margin on all sides, in its own units. */
export function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
