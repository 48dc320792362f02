import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../../model/index.ts';
import { imageLooks } from '../../parse/ocr/image-looks.ts';
import type { Picture } from '../../parse/ocr/picture.ts';
import { pictureSize } from '../../parse/ocr/picture-size.ts';
import { pdfLooks } from '../../parse/pdf/looks.ts';
import { type Link, type LinkPlace, readLink } from './link.ts';

/** Pictures that may hold a code: smaller ones cannot show 21 modules; larger ones take seconds to decode. */
const SMALLEST_SIDE = 40;
const MOST_PIXELS = 6_000_000;
/** A code holds at most 4,296 characters (ISO/IEC 18004). */
const MOST_CHARS = 4296;

/** Codes of one picture that are read: a sheet of them is no bait. */
const MOST_CODES = 4;
/** Pages of a document that are looked at, and how large it may be: each is drawn and searched. */
const MOST_PAGES = 3;
const MOST_PDF_BYTES = 8 * 2 ** 20;

/** Where the QR codes of a picture lead; empty where they are no web addresses. Never throws. */
export async function qrLinks(type: string, bytes: Uint8Array): Promise<Link[]> {
  const text = await qrText(type, bytes).catch(() => null);
  return text === null ? [] : codeLinks([text], 'qr-code');
}

/** The same for pictures in an HTML page that lie in it as `data:` addresses. */
export async function qrLinksInside(sources: readonly string[]): Promise<Link[]> {
  const links: Link[] = [];
  for (const source of sources) {
    const [, type = '', form = ''] =
      /^\s*data:([\w/+.-]{1,60})((?:;[\w=-]{1,60}){0,4}),/iu.exec(source) ?? [];
    const body = source.slice(source.indexOf(',') + 1);
    if (!/;base64$/iu.test(form)) continue;
    const bytes = Buffer.from(decodedPercent(body), 'base64');
    links.push(...(await qrLinks(type.toLowerCase().replace('image/jpg', 'image/jpeg'), bytes)));
  }
  return links;
}

/** The same for the first pages of a PDF, drawn: a code may be a picture or lines. Never throws. */
export async function qrLinksInPdf(bytes: Uint8Array, limits: Limits): Promise<Link[]> {
  if (bytes.length > MOST_PDF_BYTES) return [];
  const looks = await pdfLooks(bytes, [], limits, true).catch(() => null);
  if (looks === null || 'code' in looks) return [];
  const found: string[] = [];
  try {
    for (let page = 1; page <= Math.min(looks.count, MOST_PAGES); page++) {
      const look = await looks.look(page);
      if (look.type === 'picture') found.push(...(await codesIn(look.picture)));
    }
  } catch {
    // A page that cannot be drawn has no code that a telephone could read.
  } finally {
    looks.close();
  }
  return codeLinks(found, 'qr-code');
}

/** What codes say, as links, each once; what is no web address is left out. */
export function codeLinks(texts: readonly string[], place: LinkPlace): Link[] {
  return [...new Set(texts)]
    .map((text) => readLink(/^www\./iu.test(text) ? `https://${text}` : text, '', place))
    .filter(({ url }) => url !== null);
}

/** `%2B` for +, as addresses have it. */
function decodedPercent(body: string): string {
  return body.replace(/%([\da-f]{2})/giu, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

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
  if (look.type !== 'picture') return null;
  const [first] = await codesIn(look.picture);
  return first ?? null;
}

let reader: Promise<typeof import('zxing-wasm/reader')> | null = null;

/** What the QR codes in a picture say, of four at most. */
export async function codesIn({ pixels, width, height }: Picture): Promise<string[]> {
  reader ??= started();
  const { readBarcodes } = await reader;
  const picture = { data: pixels, width, height, colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' } as const;
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: MOST_CODES,
  });
  return found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text }) => text.slice(0, MOST_CHARS));
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
