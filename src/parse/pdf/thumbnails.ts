import { crc32, deflateSync } from 'node:zlib';
import type { Collector } from '../metadata/collector.ts';
import type { PdfFile } from './file.ts';
import { integerOf, isDictionary, isReference, nameOf, type PdfValue } from './value.ts';

/** Thumbnails of one document. Attack: fifty thousand pages, each with one. */
const MOST_THUMBNAILS = 200;
/** A side of a thumbnail; the standard (ISO 32000-2, 12.3.4) advises 106. */
const LONGEST_SIDE = 1_024;

/** The small pictures of pages, which old writers keep and editors forget to renew. */
export function collectPdfThumbnails(file: PdfFile, out: Collector): void {
  const taken = new Set<number>();
  for (const object of file.objects) {
    if (!isDictionary(object.value) || taken.size >= MOST_THUMBNAILS) continue;
    const reference = object.value.get('Thumb');
    if (!isReference(reference) || taken.has(reference.number)) continue;
    taken.add(reference.number);
    const stream = file.find(reference);
    if (stream === undefined || !isDictionary(stream.value)) continue;
    const data = file.data(stream);
    if (data === null) continue;
    if (data[0] === 0xff && data[1] === 0xd8) out.embed(`page-thumbnail-${taken.size}.jpg`, data);
    else {
      const [width, height] = [stream.value.get('Width'), stream.value.get('Height')].map((side) =>
        integerOf(file.resolve(side)),
      );
      const channels = channelsOf(file.resolve(stream.value.get('ColorSpace')));
      const png = channels === null ? null : asPng(data, width ?? 0, height ?? 0, channels);
      if (png !== null) out.embed(`page-thumbnail-${taken.size}.png`, png);
    }
  }
}

/** Of eight bits each; palettes and the spaces of printers are left out. */
function channelsOf(space: PdfValue): 1 | 3 | null {
  const name = nameOf(space);
  return name === 'DeviceRGB' ? 3 : name === 'DeviceGray' ? 1 : null;
}

/** PNG third edition, 11.2: pixels as they are, each row without a filter. */
function asPng(pixels: Buffer, width: number, height: number, channels: 1 | 3): Buffer | null {
  const row = width * channels;
  if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) return null;
  if (pixels.length < row * height) return null;
  const rows = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) pixels.copy(rows, y * (row + 1) + 1, y * row, (y + 1) * row);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = channels === 3 ? 2 : 0;
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    mark,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
