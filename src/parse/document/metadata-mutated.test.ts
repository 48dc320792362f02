import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { documentText } from './document.ts';
import { documentMetadata } from './metadata.ts';
import { record, wordStreams } from './testing/ole-streams.ts';
import { tiff } from './testing/tiff.ts';
import { OOXML, OPTIONS, packed } from './testing/told.ts';

test('mutated files of every kind never throw', () => {
  const { main, table } = wordStreams('hello', ['a', 'b']);
  const samples: readonly (readonly [string, Uint8Array])[] = [
    [
      'application/msword',
      writeCfb([
        { name: 'WordDocument', bytes: main },
        { name: '1Table', bytes: table },
      ]),
    ],
    [
      'application/vnd.ms-excel',
      writeCfb([
        {
          name: 'Workbook',
          bytes: Buffer.concat([
            record(0x809, Buffer.from([0, 6])),
            record(0xfc, Buffer.alloc(40, 3)),
            record(0x1ae, Buffer.alloc(20, 2)),
            record(0xbd, Buffer.alloc(20, 2)),
          ]),
        },
      ]),
    ],
    [
      'application/rtf',
      Buffer.from('{\\rtf1{\\info{\\author x}{\\creatim\\yr2017\\mo5\\dy5}}{\\*\\revtbl{a;}}}'),
    ],
    [
      'image/tiff',
      tiff([
        [0x0110, 2, 4, Buffer.from('abc\0')],
        [0x8825, 4, 1, Buffer.from([8, 0, 0, 0])],
      ]),
    ],
    [
      'image/heic',
      Buffer.concat([
        Buffer.from([0, 0, 0, 12]),
        Buffer.from('ftypheic'),
        Buffer.from([0, 0, 0, 60]),
        Buffer.from('meta'),
        Buffer.alloc(4),
        Buffer.from([0, 0, 0, 30]),
        Buffer.from('iloc'),
        Buffer.alloc(40, 1),
      ]),
    ],
    [
      `${OOXML}wordprocessingml.document`,
      packed({ 'docProps/core.xml': '<a><dc:creator>x</dc:creator></a>' }),
    ],
  ];
  const random = randomNumbers(11);
  for (let round = 0; round < 3000; round++) {
    const [type, sample] = samples[round % samples.length] ?? ['text/html', Buffer.alloc(0)];
    const bytes = Buffer.from(sample);
    for (let i = 0; i <= random(8); i++) bytes[random(bytes.length)] = random(256);
    const cut = bytes.subarray(0, random(4) === 0 ? random(bytes.length + 1) : bytes.length);
    const { failure } = documentMetadata(type, cut, OPTIONS);
    assert.notEqual(failure?.code, 'crashed', `${type}: ${failure?.detail}`);
    assert.notEqual(documentText(type, cut, DEFAULT_LIMITS).failure?.code, 'crashed');
  }
});
