import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { imageLooks } from '../../parse/ocr/image-looks.ts';
import type { Picture } from '../../parse/ocr/picture.ts';
import { pictureSize } from '../../parse/ocr/picture-size.ts';

/** Pictures that may hold a code: smaller ones cannot show 21 modules; larger ones take seconds to decode. */
const SMALLEST_SIDE = 40;
const MOST_PIXELS = 6_000_000;
/** A code holds at most 4,296 characters (ISO/IEC 18004). */
const MOST_CHARS = 4296;

/**
 * What the QR code in a picture says, the first of several; null without one. Pictures are decoded by the WebAssembly
 * decoders of OCR, with their limits, and codes by ZXing in WebAssembly.
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

let reader: Promise<typeof import('zxing-wasm/reader')> | null = null;

async function codeIn({ pixels, width, height }: Picture): Promise<string | null> {
  reader ??= started();
  const { readBarcodes } = await reader;
  const picture = { data: pixels, width, height, colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' } as const;
  const [found] = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  });
  return found === undefined || !found.isValid || found.text === '' ? null : found.text.slice(0, MOST_CHARS);
}

/** By itself the package would fetch its WebAssembly from the network; it is given the file that came with it. */
async function started() {
  const zxing = await import('zxing-wasm/reader');
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const file = readFileSync(path);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return zxing;
}
