import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { writeZip } from '../../archive/testing/zip-writer.ts';
import { detectBytes } from '../../detect/index.ts';
import { readDocument } from '../read.ts';
import { iworkObjects } from './archive.ts';
import { unsnappy } from './snappy.ts';

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push(left < 128 ? left : (left % 128) | 128);
    if (left < 128) return Buffer.from(bytes);
  }
}

function field(number: number, value: number | string | Buffer): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(number * 8), varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

/** An object behind its header. */
function object(type: number, payload: Buffer): Buffer {
  const about = Buffer.concat([field(1, type), field(3, payload.length)]);
  const info = Buffer.concat([field(1, 7), field(2, about)]);
  return Buffer.concat([varint(info.length), info, payload]);
}

/** A part of one block, all of it literals of 60 bytes and less. */
function part(...objects: readonly Buffer[]): Buffer {
  const plain = Buffer.concat(objects);
  const pieces: Buffer[] = [varint(plain.length)];
  for (let at = 0; at < plain.length; at += 60) {
    const piece = plain.subarray(at, at + 60);
    pieces.push(Buffer.from([(piece.length - 1) << 2]), piece);
  }
  const block = Buffer.concat(pieces);
  const head = Buffer.alloc(4);
  head.writeUIntLE(block.length, 1, 3);
  return Buffer.concat([head, block]);
}

const read = (bytes: Uint8Array) =>
  readDocument(detectBytes(bytes, '').type, bytes, { passwords: [], limits: DEFAULT_LIMITS });

test('words, comments and tables of iWork since 2013, without those of the theme; pictures are files in it', async () => {
  const words = Buffer.concat([field(1, 2), field(3, 'Le budget\u2028de la campagne\ufffc')]);
  const cells = Buffer.concat([field(1, 1), field(3, Buffer.concat([field(1, 4), field(3, 'loyer')]))]);
  const formats = Buffer.concat([field(1, 2), field(3, field(3, 'automatic'))]);
  const bytes = writeZip([
    { name: 'Index/Document.iwa', content: part(object(10_000, field(1, 'x')), object(2001, words)) },
    { name: 'Index/MasterSlide-1.iwa', content: part(object(2001, field(3, 'Title Text'))) },
    { name: 'Index/Tables/DataList.iwa', content: part(object(6005, cells), object(6005, formats)) },
    { name: 'Index/AnnotationAuthorStorage.iwa', content: part(object(212, field(1, 'Anne Martin'))) },
    { name: 'Index/Comments.iwa', content: part(object(3056, field(1, 'à vérifier'))) },
    { name: 'Metadata/BuildVersionHistory.plist', content: '<array><string>M6.2.2-1861-1</string></array>' },
    { name: 'Data/scan.jpg', content: Buffer.from('ffd8ffe000104a4649460001ffd9', 'hex') },
  ]);
  const { text, embedded, metadata, failure } = await read(bytes);
  assert.equal(failure, null);
  assert.deepEqual(text.split('\n'), ['à vérifier', 'Le budget', 'de la campagne', 'loyer']);
  assert.deepEqual(
    embedded.map(({ name }) => name),
    ['scan.jpg'],
  );
  assert.deepEqual(
    metadata.map(({ field: name, value }) => `${name} ${value}`),
    ['application-build M6.2.2-1861-1', 'comment-author Anne Martin'],
  );
});

test('words and authors of iWork up to 2009, and the print that lies beside them', async () => {
  const xml =
    '<sl:document><sf:metadata><sf:authors><sf:string sfa:string="Jean"/></sf:authors></sf:metadata>' +
    '<sf:p>One<sf:br/>two</sf:p><sf:p>three</sf:p><sf:t><sf:ct sfa:s="cell &amp; word"/></sf:t></sl:document>';
  const bytes = writeZip([
    { name: 'buildVersionHistory.plist', content: '<plist/>' },
    { name: 'index.xml', content: xml },
    { name: 'QuickLook/Preview.pdf', content: '%PDF-1.4' },
  ]);
  const { text, embedded, metadata } = await read(bytes);
  assert.deepEqual(text.split('\n'), ['One', 'two', 'three', 'cell & word']);
  assert.deepEqual(
    embedded.map(({ name }) => name),
    ['Preview.pdf'],
  );
  assert.deepEqual(metadata, [{ field: 'author', value: 'Jean', where: 'index.xml sf:metadata' }]);
});

test('Snappy: literals, copies that overlap themselves, and every length of offset', () => {
  const ab = Buffer.from([8, (1 << 2) | 0, 0x61, 0x62, (2 << 2) | 1, 2]);
  assert.equal(unsnappy(ab, 100).toString(), 'abababab');
  const wide = Buffer.from([6, (1 << 2) | 0, 0x61, 0x62, (1 << 2) | 2, 2, 0, (1 << 2) | 3, 2, 0, 0, 0]);
  assert.equal(unsnappy(wide, 100).toString(), 'ababab');
  assert.equal(unsnappy(wide, 3).toString(), 'aba');
  assert.equal(
    unsnappy(Buffer.from([200, 1, 0xf0, 9, 0x61]), 100).toString(),
    'a',
    'a literal that is cut off',
  );
  assert.equal(unsnappy(Buffer.from([9, 0x0d, 9]), 100).length, 0, 'a copy from before the beginning');
});

test('damaged parts end, and never throw', () => {
  const whole = part(object(2001, field(3, 'words of a text')), object(6005, field(3, field(3, 'cell'))));
  for (let at = 0; at < whole.length; at++)
    for (const value of [0, 0x7f, 0xff]) {
      const bytes = Buffer.from(whole);
      bytes[at] = value;
      for (const { payload } of iworkObjects(bytes, 1000)) assert.ok(payload.length <= 1000);
    }
});

test('a zip of the folder that a document may be is an archive, with all that lies beside it', () => {
  const bytes = writeZip([
    { name: 'Speech.key/Index.zip', content: 'x' },
    { name: 'secret.pdf', content: '%PDF-1.4' },
  ]);
  assert.equal(detectBytes(bytes, '').type, 'application/zip');
});
