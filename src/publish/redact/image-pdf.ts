import { deflateSync } from 'node:zlib';
import type { Picture } from '../../parse/ocr/picture.ts';

/** A page that is one picture, packed as it will be written: pixels of a hundred pages would be a gigabyte. */
export interface PicturePage {
  readonly data: Buffer;
  readonly space: 'DeviceGray' | 'DeviceRGB';
  readonly pixels: { readonly width: number; readonly height: number };
  /** In points of 1/72 inch. */
  readonly width: number;
  readonly height: number;
}

/** Packs a picture for a page of so many points. */
export function picturePage(picture: Picture, width: number, height: number): PicturePage {
  const { data, space } = samplesOf(picture);
  const pixels = { width: picture.width, height: picture.height };
  return { data: deflateSync(data, { level: 6 }), space, pixels, width, height };
}

/**
 * A PDF whose pages are pictures and nothing else (ISO 32000-1, 7 and 8.9): no text, no fonts, no information
 * dictionary, no identifier, no earlier state.
 */
export function imagePdf(pages: readonly PicturePage[]): Buffer {
  const numbers = pages.map((_, index) => 3 + index * 3);
  const bodies: Buffer[] = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(
      `<</Type/Pages/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    ),
    ...pages.flatMap((page, index) => pageObjects(page, numbers[index] ?? 0)),
  ];
  return fileOf(bodies);
}

function pageObjects({ data, space, pixels, width, height }: PicturePage, number: number): Buffer[] {
  const [wide, high] = [width, height].map((side) => side.toFixed(2));
  const content = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
  return [
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Contents ${number + 1} 0 R/Resources<</XObject<</I ${number + 2} 0 R>>>>>>`,
    ),
    stream('', Buffer.from(content)),
    stream(
      `/Type/XObject/Subtype/Image/Width ${pixels.width}/Height ${pixels.height}/ColorSpace/${space}/BitsPerComponent 8/Filter/FlateDecode`,
      data,
    ),
  ];
}

/** Grey where nothing is coloured: a third of the size. */
function samplesOf({ pixels }: Picture): { data: Buffer; space: 'DeviceGray' | 'DeviceRGB' } {
  const count = pixels.length / 4;
  let isGrey = true;
  for (let at = 0; at < pixels.length && isGrey; at += 4)
    isGrey = pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2];
  const data = Buffer.alloc(isGrey ? count : count * 3);
  for (let at = 0, to = 0; at < pixels.length; at += 4) {
    data[to++] = pixels[at] ?? 0;
    if (isGrey) continue;
    data[to++] = pixels[at + 1] ?? 0;
    data[to++] = pixels[at + 2] ?? 0;
  }
  return { data, space: isGrey ? 'DeviceGray' : 'DeviceRGB' };
}

function stream(head: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${head}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

function fileOf(bodies: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, body] of bodies.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
