import { drawPicture } from '../../parse/ocr/image-looks.ts';
import { pictureSize } from '../../parse/ocr/picture-size.ts';
import { tiffLooks } from '../../parse/ocr/tiff-looks.ts';
import type { PdfSizes } from './pdf-pages.ts';
import { pngOf } from './png.ts';

/** Longest side of what a screen shows. */
const LONGEST_SIDE = 1_600;
/** Attack: a few kilobytes that decode to gigabytes. */
const MOST_PIXELS = 100_000_000;
const MOST_BYTES = 64 * 2 ** 20;

/** Types that can be shown; anything else (SVG above all) is a document with scripts for all we know. */
export const PICTURE_TYPES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/tiff',
]);

/**
 * A picture of a leak as a PNG of our own making, or null. Its bytes never reach the browser: decoders of pictures
 * have been broken into before (libwebp, CVE-2023-4863), here they are WebAssembly without files or network.
 * Of a GIF the first frame, of a TIFF the page asked for.
 */
export async function pictureAsPng(
  bytes: Uint8Array,
  page = 1,
  longest = LONGEST_SIDE,
): Promise<Uint8Array | null> {
  const type = pictureType(bytes);
  if (type === null || bytes.length > MOST_BYTES) return null;
  if (type === 'image/tiff') return await tiffAsPng(bytes, page);
  const size = pictureSize(bytes);
  if (size === null || size.width * size.height > MOST_PIXELS || size.width * size.height === 0) return null;
  const scale = Math.min(1, longest / Math.max(size.width, size.height));
  const wanted = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
  const picture = await drawPicture(type, bytes, wanted);
  return picture === null ? null : pngOf(picture);
}

/** By its first bytes alone: what a header or a name says of it may be a lie. */
function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return head.startsWith('II*\0') || head.startsWith('MM\0*') ? 'image/tiff' : null;
}

/** How many frames a TIFF has; their size is told when they are drawn, so all are shown as A4 until then. */
export function tiffSizes(bytes: Uint8Array): PdfSizes | null {
  const looks = tiffLooks(bytes);
  if (!('look' in looks)) return null;
  const { count } = looks;
  looks.close();
  const pages = Array.from({ length: count }, (_, at) => ({ number: at + 1, width: 595, height: 842 }));
  return { count, pages };
}

async function tiffAsPng(bytes: Uint8Array, page: number): Promise<Uint8Array | null> {
  const looks = tiffLooks(bytes);
  if (!('look' in looks)) return null;
  const look = await looks.look(page);
  looks.close();
  return look.type === 'picture' ? pngOf(look.picture) : null;
}
