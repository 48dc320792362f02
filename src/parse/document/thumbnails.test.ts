import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { detectBytes } from '../detect/detect.ts';
import { makePdf } from '../pdf/testing/make-pdf.ts';
import { documentMetadata } from './metadata.ts';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

function thumbnails(type: string, bytes: Uint8Array): readonly (readonly [name: string, type: string])[] {
  const { embedded } = documentMetadata(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
  return embedded.map((file) => [file.name, detectBytes(file.bytes, file.name).type] as const);
}

/** One image resource of Photoshop: a thumbnail behind its header of 28 bytes. */
function resource(): Buffer {
  const body = Buffer.concat([Buffer.alloc(28), JPEG]);
  const head = Buffer.from('3842494d040c0000', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  return Buffer.concat([head, size, body]);
}

test('thumbnails that Photoshop keeps, in its own files and in a JPEG', () => {
  const block = resource();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(block.length);
  const psd = Buffer.concat([Buffer.from('8BPS'), Buffer.alloc(22), Buffer.alloc(4), length, block]);
  assert.deepEqual(thumbnails('image/vnd.adobe.photoshop', psd), [['thumbnail.jpg', 'image/jpeg']]);
  const body = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), block]);
  const segment = Buffer.from([0xff, 0xed, (body.length + 2) >> 8, (body.length + 2) & 255]);
  const jpeg = Buffer.concat([JPEG.subarray(0, 2), segment, body, Buffer.from([0xff, 0xd9])]);
  assert.deepEqual(thumbnails('image/jpeg', jpeg), [['thumbnail.jpg', 'image/jpeg']]);
});

test('thumbnails of the pages of a PDF, as JPEG and as pixels', () => {
  const pixels =
    '<</Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace/DeviceRGB /Length 6>>\nstream\nABCDEF\nendstream';
  const jpeg = Buffer.concat([
    Buffer.from(`<</Width 1 /Height 1 /Filter/DCTDecode /Length ${JPEG.length}>>\nstream\n`),
    JPEG,
    Buffer.from('\nendstream'),
  ]);
  const page = (thumb: number) => `<</Type/Page /Parent 2 0 R /MediaBox [0 0 9 9] /Thumb ${thumb} 0 R>>`;
  const pdf = makePdf({
    objects: [
      '<</Type/Catalog /Pages 2 0 R>>',
      '<</Type/Pages /Kids [3 0 R 4 0 R] /Count 2>>',
      page(5),
      page(6),
      pixels,
      jpeg,
    ],
  });
  assert.deepEqual(thumbnails('application/pdf', pdf), [
    ['page-thumbnail-1.png', 'image/png'],
    ['page-thumbnail-2.jpg', 'image/jpeg'],
  ]);
});

test('the preview picture of a compound file', () => {
  const picture = Buffer.concat([Buffer.alloc(8), Buffer.from('010009000003', 'hex'), Buffer.alloc(40)]);
  const clip = Buffer.concat([Buffer.from('ffffffff03000000', 'hex'), picture]);
  const set = Buffer.alloc(48);
  set.writeUInt16LE(0xfffe, 0);
  set.writeUInt32LE(1, 24);
  set.writeUInt32LE(0xf29f85e0, 28);
  set.writeUInt32LE(48, 44);
  const section = Buffer.alloc(24);
  section.writeUInt32LE(1, 4);
  section.writeUInt32LE(17, 8);
  section.writeUInt32LE(16, 12);
  section.writeUInt32LE(0x47, 16);
  section.writeUInt32LE(clip.length, 20);
  const stream = Buffer.concat([set, section, clip]);
  const compound = writeCfb([{ name: '\u0005SummaryInformation', bytes: stream }]);
  assert.deepEqual(thumbnails('application/msword', compound), [['thumbnail.wmf', 'image/wmf']]);
});
