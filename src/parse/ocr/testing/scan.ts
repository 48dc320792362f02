import { crc32, deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { pdfLooks } from '../../pdf/looks.ts';
import { makePdf } from '../../pdf/testing/make-pdf.ts';
import type { Picture } from '../picture.ts';

export interface PrintedPage {
  readonly lines: readonly string[];
  /** One of PDF's own fonts: `Helvetica`, `Times-Roman`, `Courier`. */
  readonly font?: string;
  /** In points. */
  readonly size?: number;
}

/** A page of words as a scanner sees it, at 300 dpi: set by PDFium, so that no font has to come along. */
export async function printed(page: PrintedPage): Promise<Picture> {
  const looks = await pdfLooks(printedPdf(page), [], DEFAULT_LIMITS, true);
  if ('code' in looks) throw new Error(looks.detail);
  const look = await looks.look(1);
  looks.close();
  if (look.type !== 'picture') throw new Error(look.type);
  return look.picture;
}

/** The same page with its words as text. */
export function printedPdf({ lines, font = 'Times-Roman', size = 11 }: PrintedPage): Buffer {
  const shown = lines
    .map((line, at) => `1 0 0 1 64 ${770 - at * size * 1.5} Tm (${literal(line)}) Tj`)
    .join('\n');
  const content = `BT /F1 ${size} Tf\n${shown}\nET`;
  return makePdf({
    objects: [
      '<</Type/Catalog /Pages 2 0 R>>',
      '<</Type/Pages /Kids [3 0 R] /Count 1>>',
      '<</Type/Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      `<</Type/Font /Subtype/Type1 /BaseFont/${font} /Encoding/WinAnsiEncoding>>`,
    ],
  });
}

/** WinAnsi has the ligature and the euro where Latin-1 has nothing. */
function literal(text: string): string {
  return text
    .replaceAll('œ', '\x9c')
    .replaceAll('€', '\x80')
    .replaceAll('’', '\x92')
    .replace(/[\\()]/g, '\\$&');
}

/** A PDF whose pages are nothing but these pictures, in grey. */
export function scannedPdf(pictures: readonly Picture[]): Buffer {
  const numbers = pictures.map((_, at) => 3 + at * 3);
  const pages = pictures.flatMap((picture, at) => {
    const page = numbers[at] ?? 0;
    const pixels = deflateSync(grey(picture));
    const head = `<</Type/XObject /Subtype/Image /Width ${picture.width} /Height ${picture.height} /ColorSpace/DeviceGray /BitsPerComponent 8 /Filter/FlateDecode /Length ${pixels.length}>>\nstream\n`;
    const content = 'q 595 0 0 842 0 0 cm /I Do Q';
    return [
      `<</Type/Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page + 1} 0 R /Resources <</XObject <</I ${page + 2} 0 R>>>>>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      Buffer.concat([Buffer.from(head), pixels, Buffer.from('\nendstream')]),
    ];
  });
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  return makePdf({
    objects: [
      '<</Type/Catalog /Pages 2 0 R>>',
      `<</Type/Pages /Kids [${kids}] /Count ${pictures.length}>>`,
      ...pages,
    ],
  });
}

/** As a PNG of grey pixels. */
export function pngOf(picture: Picture): Buffer {
  const { width, height } = picture;
  const pixels = grey(picture);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    mark,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One chunk of a PNG file, with its length and checksum. */
export function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function grey({ pixels, width, height }: Picture): Buffer {
  const out = Buffer.alloc(width * height);
  for (let at = 0; at < out.length; at++) out[at] = pixels[at * 4 + 1] ?? 0;
  return out;
}

/** What a photocopier does to a page: specks and uneven grey. `random` gives 0 to 1. */
export function copied(picture: Picture, random: () => number): Picture {
  const pixels = new Uint8ClampedArray(picture.pixels);
  for (let at = 0; at < pixels.length; at += 4) {
    const value = (pixels[at] ?? 0) * 0.8 + 25 + (random() - 0.5) * 70;
    const speck = random() < 0.001 ? 0 : value;
    pixels[at] = speck;
    pixels[at + 1] = speck;
    pixels[at + 2] = speck;
  }
  return { ...picture, pixels };
}

/** Share of the words of `truth` that `read` has too, each as often as it stands there; either apostrophe will do. */
export function wordShare(truth: string, read: string): number {
  const left = new Map<string, number>();
  for (const word of wordsOf(read)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsOf(truth);
  const found = words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return found.length / words.length;
}

function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll('\u2019', "'")
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** As a TIFF of one frame a picture, grey in two strips under Deflate, as scanners write. */
export function tiffOf(pictures: readonly Picture[]): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0000000000', 'hex')];
  let [length, link] = [8, 4];
  const links: (readonly [at: number, to: number])[] = [];
  for (const picture of pictures) {
    const { width, height } = picture;
    const [all, half] = [grey(picture), Math.ceil(height / 2)];
    const strips = [deflateSync(all.subarray(0, half * width)), deflateSync(all.subarray(half * width))];
    const [first, second] = strips.map((strip) => strip.length);
    const lists = Buffer.alloc(16);
    [length, length + (first ?? 0), first ?? 0, second ?? 0].forEach((value, at) => {
      lists.writeUInt32LE(value, at * 4);
    });
    const listsAt = length + (first ?? 0) + (second ?? 0);
    const entries = [
      [0x100, 4, 1, width],
      [0x101, 4, 1, height],
      [0x102, 3, 1, 8],
      [0x103, 3, 1, 8],
      [0x106, 3, 1, 1],
      [0x111, 4, 2, listsAt],
      [0x115, 3, 1, 1],
      [0x116, 4, 1, half],
      [0x117, 4, 2, listsAt + 8],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, count, value], index) => {
      directory.writeUInt16LE(tag, 2 + index * 12);
      directory.writeUInt16LE(type, 4 + index * 12);
      directory.writeUInt32LE(count, 6 + index * 12);
      directory.writeUInt32LE(value, 10 + index * 12);
    });
    links.push([link, listsAt + 16]);
    parts.push(...strips, lists, directory);
    link = listsAt + 16 + directory.length - 4;
    length = listsAt + 16 + directory.length;
  }
  const file = Buffer.concat(parts);
  for (const [at, to] of links) file.writeUInt32LE(to, at);
  return file;
}
