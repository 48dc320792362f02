import { asBuffer } from '../binary/as-buffer.ts';
import { onePagePdf, type Size } from './one-page-pdf.ts';
import { jpegFrame } from './picture-size.ts';

/** Chunks of a PNG. Attack: a million empty ones. */
const MOST_CHUNKS = 100_000;
/** Colour types, PNG third edition 11.2.1; the two with transparency have no counterpart in PDF. */
const GREY = 0;
const COLOURS = 2;
const PALETTE = 3;

/**
 * A JPEG or PNG as a PDF of one page that is drawn in `size` pixels. PDFium decodes line by line and draws smaller on the way,
 * while decoders of pictures hold every pixel: 100 million of them take 16 MB here and 1 GB there. Null for what PDF cannot say
 * (transparency, interlaced PNG, four colours) or what is held whole all the same (progressive JPEG).
 */
export function pictureAsPdf(type: string, bytes: Uint8Array, whole: Size, size: Size): Buffer | null {
  const image = type === 'image/jpeg' ? jpegImage(bytes) : type === 'image/png' ? pngImage(bytes) : null;
  if (image === null) return null;
  const place = [whole.width, 0, 0, whole.height, 0, 0];
  const head = `/Type/XObject /Subtype/Image /Width ${whole.width} /Height ${whole.height} ${image.head}`;
  return onePagePdf([{ place, head, data: image.data }], whole, size);
}

interface Image {
  readonly head: string;
  readonly data: Uint8Array;
}

function jpegImage(bytes: Uint8Array): Image | null {
  const frame = jpegFrame(asBuffer(bytes));
  if (frame === null || frame.progressive || frame.bits !== 8) return null;
  const space = frame.components === 1 ? 'DeviceGray' : frame.components === 3 ? 'DeviceRGB' : null;
  if (space === null) return null;
  return { head: `/ColorSpace/${space} /BitsPerComponent 8 /Filter/DCTDecode`, data: bytes };
}

/** Its filter is PDF's own Flate with the predictors of PNG (ISO 32000-2, 7.4.4.4). */
function pngImage(bytes: Uint8Array): Image | null {
  const png = asBuffer(bytes);
  const [width, bits, kind, interlaced] = [png.readUInt32BE(16), png[24] ?? 0, png[25] ?? 0, png[28] ?? 0];
  if (interlaced !== 0 || ![GREY, COLOURS, PALETTE].includes(kind)) return null;
  const parts: Buffer[] = [];
  let colours: Buffer | null = null;
  for (let at = 8, count = 0; at + 12 <= png.length && count < MOST_CHUNKS; count++) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (name === 'tRNS') return null;
    if (name === 'PLTE') colours = body;
    if (name === 'IDAT') parts.push(body);
    if (name === 'IEND') break;
    at += length + 12;
  }
  const space = kind === PALETTE ? palette(colours) : kind === GREY ? '/DeviceGray' : '/DeviceRGB';
  if (space === null || parts.length === 0) return null;
  const each = kind === COLOURS ? 3 : 1;
  const predictor = `/DecodeParms <</Predictor 15 /Colors ${each} /BitsPerComponent ${bits} /Columns ${width}>>`;
  const head = `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter/FlateDecode ${predictor}`;
  return { head, data: Buffer.concat(parts) };
}

function palette(colours: Buffer | null): string | null {
  const count = Math.floor(Math.min(colours?.length ?? 0, 768) / 3);
  if (colours === null || count === 0) return null;
  return `[/Indexed /DeviceRGB ${count - 1} <${colours.toString('hex', 0, count * 3)}>]`;
}
