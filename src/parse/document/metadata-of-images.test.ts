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

const block = (type: string, content: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
};
const segment = (content: Buffer) => {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const XMP = Buffer.from(
  '<x:xmpmeta><rdf:RDF><rdf:Description xmp:CreatorTool="Tool"/></rdf:RDF></x:xmpmeta>',
);

test('XMP in several segments, whatever their order, and the film behind a photograph', () => {
  const piece = (at: number, bytes: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(XMP.length, 0);
    head.writeUInt32BE(at, 4);
    return segment(
      Buffer.concat([Buffer.from(`http://ns.adobe.com/xmp/extension/\0${'A'.repeat(32)}`), head, bytes]),
    );
  };
  const film = block('ftyp', Buffer.from('mp42\0\0\0\0mp42isom'));
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    piece(40, XMP.subarray(40)),
    piece(0, XMP.subarray(0, 40)),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
    Buffer.from('MotionPhoto_Data'),
    film,
  ]);
  const found = told('image/jpeg', jpeg);
  has(found.lines, `application=Tool @ XMP, extended XMP ${'A'.repeat(32)} CreatorTool`);
  assert.deepEqual(
    found.embedded.map(({ name, bytes }) => [name, bytes.length]),
    [['film.mp4', film.length]],
  );
});

test('JPEG 2000 and JPEG XL keep EXIF and XMP in boxes, a BigTIFF its places in eight bytes', () => {
  const exif = tiff([[0x0110, 2, 6, Buffer.from('EOS 5\0')]]);
  const mark = (type: string) => block(type, Buffer.from('\r\n\x87\n', 'latin1'));
  const jp2 = Buffer.concat([
    mark('jP  '),
    block('uuid', Buffer.concat([Buffer.from('JpgTiffExif->JP2'), exif])),
    block('uuid', Buffer.concat([Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), XMP])),
  ]);
  has(
    told('image/jp2', jp2).lines,
    'camera-model=EOS 5 @ EXIF, box uuid at byte 12 IFD0 tag 0x0110',
    `application=Tool @ XMP, box uuid at byte ${36 + exif.length} CreatorTool`,
  );
  const jxl = Buffer.concat([mark('JXL '), block('Exif', Buffer.concat([Buffer.alloc(4), exif]))]);
  has(told('image/jxl', jxl).lines, 'camera-model=EOS 5 @ EXIF, box Exif at byte 12 IFD0 tag 0x0110');
  const big = Buffer.alloc(60);
  big.write('II\x2b\0\x08\0\0\0\x10', 'latin1');
  big.writeUInt32LE(1, 16);
  big.writeUInt16LE(0x013b, 24);
  big.writeUInt16LE(2, 26);
  big.writeUInt32LE(8, 28);
  big.write('Zo\xe9 P.\0', 36, 'latin1');
  has(told('image/tiff', big).lines, 'author=Zoé P. @ TIFF IFD0 tag 0x013b');
});

test('texts of PNG by their keywords; a drawing of Inkscape: people, paths, what it runs and fetches', () => {
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('tEXt', Buffer.from('Author\0Zo\xe9', 'latin1')),
    chunk('tEXt', Buffer.from('Warning\0hot')),
  ]);
  const found = told('image/png', png).lines;
  assert.deepEqual(
    found.map((line) => line.replace(/ @.*/, '')),
    ['author=Zoé', 'comment=Warning: hot'],
  );
  const svg = told(
    'image/svg+xml',
    '<svg inkscape:export-filename="C:\\Users\\ann\\logo.png"><title>A &amp; B</title><metadata><rdf:RDF><cc:Work><dc:creator>' +
      '<cc:Agent><dc:title>Ann</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>' +
      '<script>x()</script><image xlink:href="http://t.example/p.png"/></svg>',
  );
  has(
    svg.lines,
    'title=A & B @ SVG title',
    'author=Ann @ SVG metadata creator/Agent/title',
    'path=C:\\Users\\ann\\logo.png @ SVG inkscape:export-filename',
  );
  assert.deepEqual(
    svg.findings.map(({ code }) => code),
    ['javascript', 'external-image'],
  );
});

test('what a page runs, fetches and sends', () => {
  const page = told(
    'text/html',
    '<body onload="x()"><iframe src="//f.example/"></iframe><img src="local.png"><form method=post action=https://p.example/login>',
  );
  assert.deepEqual(page.findings.map(({ code, detail }) => `${code}: ${detail}`).slice(1), [
    'remote-frame: //f.example/ (HTML)',
    'form-submission: https://p.example/login (HTML)',
  ]);
  assert.equal(page.findings[0]?.code, 'javascript');
  assert.deepEqual(
    told('text/html', '<p>on load, <img src="a.png"> <a href="http://x.example">').findings,
    [],
  );
});
