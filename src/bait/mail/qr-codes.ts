import { imageLooks } from '../../parse/ocr/image-looks.ts';
import type { Picture } from '../../parse/ocr/picture.ts';
import { pictureSize } from '../../parse/ocr/picture-size.ts';

/** Pictures that may hold a code: smaller ones cannot show 21 modules, larger ones are photographs. */
const SMALLEST_SIDE = 40;
const MOST_PIXELS = 6_000_000;

/**
 * What the QR code in a picture says; null without one. jsQR finds one code a picture. Decoded by the WebAssembly
 * decoders of OCR, with their limits.
 */
export async function qrText(type: string, bytes: Uint8Array): Promise<string | null> {
  const size = pictureSize(bytes);
  if (
    size === null ||
    Math.min(size.width, size.height) < SMALLEST_SIDE ||
    size.width * size.height > MOST_PIXELS
  )
    return null;
  const looks = imageLooks(type, bytes);
  if ('code' in looks) return null;
  const look = await looks.look(1);
  looks.close();
  return look.type === 'picture' ? await codeIn(look.picture) : null;
}

async function codeIn({ pixels, width, height }: Picture): Promise<string | null> {
  const { default: jsqr } = await import('jsqr');
  try {
    const found = jsqr.default(pixels, width, height, { inversionAttempts: 'attemptBoth' });
    return found === null || found.data === '' ? null : found.data.slice(0, MOST_CHARS);
  } catch {
    // jsQR reads past its matrices on some damaged codes.
    return null;
  }
}

/** A code holds at most 4,296 characters (ISO/IEC 18004). */
const MOST_CHARS = 4296;
