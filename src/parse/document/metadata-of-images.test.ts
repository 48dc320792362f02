import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { chunk } from '../ocr/testing/scan.ts';
import { documentMetadata } from './metadata.ts';
import { tiff } from './testing/tiff.ts';
import { has, told } from './testing/told.ts';

test('images: EXIF in JPEG, PNG and WebP, comments, damaged directories', () => {
  const make = Buffer.from('Canon EOS\0');
  const date = Buffer.from('2017:05:05 10:00:00\0');
  const exif = tiff([
    [0x0110, 2, make.length, make],
    [0x0132, 2, date.length, date],
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), exif]);
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2]),
    body,
    Buffer.from([0xff, 0xda]),
  ]);
  const { lines, clocks } = told('image/jpeg', jpeg);
  has(lines, 'camera-model=Canon EOS @ EXIF, APP1 at byte 2 IFD0 tag 0x0110');
  has(clocks, '2017-05-05T10:00:00 second local @ EXIF, APP1 at byte 2 IFD0 tag 0x0132');
  const chunk = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length, 0);
    head.write(type, 4);
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('tEXt', Buffer.from('Software\0Paint')),
    chunk('eXIf', exif),
  ]);
  has(told('image/png', png).lines, 'application=Paint @ tEXt at byte 8 Software');
  const circle = tiff([[0x8769, 4, 1, Buffer.from([8, 0, 0, 0])]]);
  assert.deepEqual(told('image/tiff', circle).lines, []);
});

test('raw profiles in PNG, as ImageMagick and as ExifTool write them', () => {
  const iptc = '1c025000045061756c';
  for (const head of ['\niptc\n       9\n', '\nIPTC profile\n       9\n']) {
    const body = Buffer.concat([
      Buffer.from('Raw profile type iptc\0\0', 'latin1'),
      deflateSync(Buffer.from(`${head}${iptc}\n`)),
    ]);
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
      chunk('zTXt', body),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const { metadata } = documentMetadata('image/png', png, { passwords: [], limits: DEFAULT_LIMITS });
    assert.deepEqual(
      metadata.map(({ field, value }) => [field, value]),
      [['author', 'Paul']],
    );
  }
});

test('the packet in a GIF ends where the bytes for old readers begin, and keeps its accents', () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Tool é"/></rdf:RDF></x:xmpmeta>';
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);
  const gif = Buffer.concat([
    Buffer.from('GIF89a\0\0\0\0\0\0\0!\xff\x0bXMP DataXMP', 'latin1'),
    Buffer.from(xmp),
    trailer,
  ]);
  has(told('image/gif', gif).lines, 'application=Tool é @ XMP, application block at byte 16 CreatorTool');
});
