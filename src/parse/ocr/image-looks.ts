import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Failure } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { onlyPage } from './only-page.ts';
import {
  isBlank,
  MANY_PIXELS,
  MOST_PICTURE_BYTES,
  MOST_PIXELS,
  MOST_PIXELS_ABREAST,
  MOST_PIXELS_WHOLE,
  type PageLook,
  type PageLooks,
  type Picture,
  PUT_OFF,
  readingSize,
} from './picture.ts';
import { pictureAsPdf } from './picture-pdf.ts';
import { pictureSize } from './picture-size.ts';
import { tiffLooks } from './tiff-looks.ts';
import { drawWebp } from './webp.ts';

/** Images that there are decoders for. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/tiff'];

/** The one picture of a PNG, JPEG, GIF (its first frame) or WebP file, the frames of a TIFF file. */
export function imageLooks(type: string, bytes: Uint8Array): PageLooks | Failure {
  if (bytes.length > MOST_PICTURE_BYTES) return tooLarge(`${bytes.length} bytes`);
  if (type === 'image/tiff') return tiffLooks(bytes);
  return { count: 1, look: (_, abreast = false) => lookAt(type, bytes, abreast), close() {} };
}

async function lookAt(type: string, bytes: Uint8Array, abreast: boolean): Promise<PageLook> {
  const size = pictureSize(bytes);
  if (size === null) return { type: 'failed', failure: UNREADABLE };
  const { width, height } = size;
  // Before anything is decoded: what a few bytes announce is not to be believed with memory.
  if (width * height > MOST_PIXELS)
    return { type: 'failed', failure: tooLarge(`${width} by ${height} pixels`) };
  const wanted = readingSize(width, height);
  if (wanted === null) return { type: 'nothing' };
  if (width * height > MOST_PIXELS_ABREAST && abreast) return { type: 'failed', failure: PUT_OFF };
  const pdf = width * height > MANY_PIXELS ? pictureAsPdf(type, bytes, size, wanted) : null;
  if (pdf !== null) return onlyPage(pdf);
  if (width * height > MOST_PIXELS_WHOLE)
    return { type: 'failed', failure: tooLarge(`${width} by ${height} pixels that has to be decoded whole`) };
  const picture = await drawPicture(type, bytes, wanted);
  if (picture === null) return { type: 'failed', failure: UNREADABLE };
  return isBlank(picture) ? { type: 'nothing' } : { type: 'picture', picture };
}

/** The picture of a PNG, JPEG, GIF (its first frame) or WebP file, in so many pixels; null when it cannot be decoded. */
export function drawPicture(
  type: string,
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number },
): Promise<Picture | null> {
  return type === 'image/webp' ? drawWebp(bytes, size) : draw(type, bytes, size);
}

/** The failure of a picture beyond the limits; `what` is its size in words. */
export function tooLarge(what: string): Failure {
  return { code: 'too-large', detail: `A picture of ${what} is not read by OCR.` };
}

const UNREADABLE: Failure = { code: 'malformed', detail: 'The picture cannot be decoded.' };

let started: Promise<typeof import('@resvg/resvg-wasm')> | null = null;

/** The decoders of resvg, in WebAssembly: it draws an SVG whose only content is the picture, in the wanted size. */
async function draw(
  type: string,
  bytes: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Picture | null> {
  started ??= start();
  const { Resvg } = await started;
  const data = asBuffer(bytes).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" preserveAspectRatio="none" href="data:${type};base64,${data}"/></svg>`;
  const drawing = new Resvg(svg, { background: 'white' });
  try {
    const image = drawing.render();
    const { width: wide, height: high, pixels: copy } = image;
    // Of the copy's own memory: a second copy would be 50 MB more for each picture.
    const pixels = new Uint8ClampedArray(copy.buffer as ArrayBuffer, copy.byteOffset, copy.byteLength);
    const picture = { width: wide, height: high, pixels };
    image.free();
    return picture;
  } finally {
    drawing.free();
  }
}

async function start() {
  const resvg = await import('@resvg/resvg-wasm');
  const path = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
  await resvg.initWasm(new Uint8Array(readFileSync(path)));
  return resvg;
}
