import type { Failure } from '../../model/index.ts';

/** Pixels as red, green, blue, alpha, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** What looking at a page gave, before anything is read on it. */
export type PageLook =
  | { readonly type: 'picture'; readonly picture: Picture }
  /** Nothing to read by machine: the page has text of its own, or the picture is blank or a mere dot. */
  | { readonly type: 'nothing' }
  | { readonly type: 'failed'; readonly failure: Failure };

/** What can be looked at page by page: an image, the frames of a TIFF, a PDF. */
export interface PageLooks {
  /** Pages, numbered from 1. */
  readonly count: number;
  /** `abreast`: other pictures are read meanwhile. */
  look(page: number, abreast?: boolean): Promise<PageLook>;
  close(): void;
}

/**
 * Longest side of what is given to the recogniser: A4 at 300 dpi, the resolution Tesseract asks for. Larger pictures
 * are drawn smaller; it also bounds the memory of one page to 50 MB.
 */
export const LONGEST_SIDE = 3508;

/** Pixels of a picture before it is drawn smaller. Attack: a few kilobytes that decode to gigabytes. */
export const MOST_PIXELS = 100_000_000;

/** From here on a picture is decoded line by line: a decoder that holds it whole takes ten bytes a pixel. */
export const MANY_PIXELS = 8_000_000;

/** Pixels of a picture beyond which nothing else is read beside it: it may take 640 MB (100 million of three colours). */
export const MOST_PIXELS_ABREAST = 20_000_000;

/** Of such a picture while others are read: to be asked for again when none is. */
export const PUT_OFF: Failure = { code: 'too-large', detail: 'Read when no other picture is.' };

/** Pixels of what can only be decoded whole: 400 MB. A page of A4 at 600 dpi has 35 million. */
export const MOST_PIXELS_WHOLE = 40_000_000;

/** Bytes of a picture file; its decoders take several times as much. */
export const MOST_PICTURE_BYTES = 64 * 2 ** 20;

/** A side of fewer pixels holds no words: counters, rules, smileys. */
export const SHORTEST_SIDE = 24;

/** Fewer pixels in all are an icon of a signature, a bullet, the mark of a network: documents and mail have them by the thousand. */
const LEAST_PIXELS = 64 * 64;

/** Screenshots have letters of some ten pixels, and Tesseract reads best from thirty on: these are drawn larger. */
const SMALL_SIDE = 1200;
const ENLARGED = 2;

/** How large a picture of so many pixels is given to the recogniser; null when it is too small to hold words. */
export function readingSize(width: number, height: number): { width: number; height: number } | null {
  const [longest, shortest] = [Math.max(width, height), Math.min(width, height)];
  if (shortest < SHORTEST_SIDE || longest > shortest * 200 || width * height <= LEAST_PIXELS) return null;
  const scale = longest < SMALL_SIDE ? ENLARGED : Math.min(1, LONGEST_SIDE / longest);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Distance in brightness at which a pixel counts as written upon, and the share of them a page of words has. */
const CONTRAST = 48;
const LEAST_WRITTEN = 0.0002;

/** Whether nearly every pixel has one brightness: blank pages need no reading. Looks at one pixel in sixteen. */
export function isBlank({ pixels }: Picture): boolean {
  const first = brightness(pixels, 0);
  let [seen, other] = [0, 0];
  for (let at = 0; at + 3 < pixels.length; at += 64, seen++) {
    if (Math.abs(brightness(pixels, at) - first) > CONTRAST) other++;
  }
  return Math.min(other, seen - other) < seen * LEAST_WRITTEN;
}

function brightness(pixels: Uint8ClampedArray, at: number): number {
  return ((pixels[at] ?? 0) + 2 * (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 4;
}

/** Turned by quarters to the right. */
export function turned(picture: Picture, quarters: number): Picture {
  const { width, height } = picture;
  const from = new Uint32Array(picture.pixels.buffer, picture.pixels.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (quarters === 1) to[x * height + (height - 1 - y)] = from[at] ?? 0;
      else if (quarters === 2) to[width * height - 1 - at] = from[at] ?? 0;
      else to[(width - 1 - x) * height + y] = from[at] ?? 0;
    }
  }
  const pixels = new Uint8ClampedArray(to.buffer);
  return quarters === 2 ? { width, height, pixels } : { width: height, height: width, pixels };
}
