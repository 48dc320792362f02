import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { drawPicture } from './image-looks.ts';
import { ocrText } from './ocr.ts';
import { onlyPage } from './only-page.ts';
import type { Picture } from './picture.ts';
import { pictureAsPdf } from './picture-pdf.ts';
import { pictureSize } from './picture-size.ts';
import { chunk, pngOf } from './testing/scan.ts';

const SIDE = 48;
const MARK = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A slope of colours: no two neighbours alike, so that a shift or a swap of colours shows. */
function slope(kind: number, bits: number, interlaced = 0): Buffer {
  const header = Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, bits, kind, 0, 0, interlaced]);
  const bytes = kind === 2 ? 3 : kind === 6 ? 4 : 1;
  const rows = Array.from({ length: SIDE }, (_, y) => {
    const row = Buffer.alloc(1 + Math.ceil((SIDE * bytes * bits) / 8));
    for (let at = 1; at < row.length; at++) row[at] = (at * 5 + y * 3) & (kind === 3 ? 63 : 255);
    return row;
  });
  const colours = Buffer.from(Array.from({ length: 64 * 3 }, (_, at) => (at * 37) & 255));
  return Buffer.concat([
    MARK,
    chunk('IHDR', header),
    ...(kind === 3 ? [chunk('PLTE', colours)] : []),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function asPdf(type: string, bytes: Uint8Array): Promise<Picture | null> {
  const size = pictureSize(bytes);
  const pdf = size === null ? null : pictureAsPdf(type, bytes, size, size);
  const look = pdf === null ? null : await onlyPage(pdf);
  return look?.type === 'picture' ? look.picture : null;
}

/** Mean distance of brightness, 0 to 255; PDFium draws in grey here. */
function distance(a: Picture, b: Picture): number {
  const grey = ({ pixels }: Picture, at: number) =>
    0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0);
  let sum = 0;
  for (let at = 0; at < a.pixels.length; at += 4) sum += Math.abs(grey(a, at) - grey(b, at));
  return (sum * 4) / a.pixels.length;
}

test('a PNG drawn line by line is the PNG that was decoded whole', async () => {
  for (const [kind, bits] of [
    [0, 8],
    [0, 1],
    [2, 8],
    [3, 8],
  ] as const) {
    const bytes = slope(kind, bits);
    const [drawn, whole] = [
      await asPdf('image/png', bytes),
      await drawPicture('image/png', bytes, { width: SIDE, height: SIDE }),
    ];
    assert.ok(drawn !== null && whole !== null, `kind ${kind}`);
    assert.ok(distance(drawn, whole) < 3, `kind ${kind}, ${bits} bits: ${distance(drawn, whole)}`);
  }
});

test('what PDF has no words for is left to the decoder of pictures', () => {
  const size = { width: SIDE, height: SIDE };
  for (const bytes of [slope(6, 8), slope(2, 8, 1)])
    assert.equal(pictureAsPdf('image/png', bytes, size, size), null);
  assert.equal(pictureAsPdf('image/gif', slope(0, 8), size, size), null);
});

test('a JPEG of the corpus is drawn alike both ways', async (t) => {
  const folder = join(import.meta.dirname, '../../../../shared/corpus/documents/files/apache+poi/document');
  if (!existsSync(folder)) return t.skip('corpus not present: ../shared/corpus');
  let compared = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.jpg'))) {
    const bytes = readFileSync(join(folder, name));
    const [drawn, size] = [await asPdf('image/jpeg', bytes), pictureSize(bytes)];
    const whole = size === null ? null : await drawPicture('image/jpeg', bytes, size);
    if (drawn === null || whole === null) continue;
    assert.ok(distance(drawn, whole) < 4, `${name}: ${distance(drawn, whole)}`);
    compared++;
  }
  assert.ok(compared > 0);
});

test('a very large picture is put off while others are read, and read alone', async () => {
  const large = pngOf({ width: 6000, height: 4000, pixels: new Uint8ClampedArray(6000 * 4000 * 4) });
  const options = { passwords: [], limits: DEFAULT_LIMITS, from: 1, skip: [], onPage() {}, onProgress() {} };
  const beside = await ocrText('image/png', large, { ...options, abreast: true }, 16);
  assert.deepEqual([beside.next, beside.looked, beside.failure], [1, 0, null]);
  const alone = await ocrText('image/png', large, options, 16);
  assert.deepEqual([alone.next, alone.failure], [null, null]);
});
