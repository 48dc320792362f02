import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { documentText } from './document.ts';
import { narrow, propertySet, record, wordStreams } from './testing/ole-streams.ts';
import { has, told } from './testing/told.ts';

test('a Word 97 document: text, summary, saved-by list, packages', () => {
  const { main, table } = wordStreams('D\xe9j\xe0\rvu', ['roshka', 'C:\\secret\\a.doc']);
  const summary = propertySet(
    'e0859ff2f94f6810ab9108002b27b3d9',
    1251,
    new Map<number, string | bigint>([
      [8, '\xd0\xee\xf8\xea\xe0'],
      [13, (BigInt(Date.UTC(2017, 4, 5, 12)) + 11_644_473_600_000n) * 10_000n],
    ]),
  );
  const label = Buffer.from('a.txt\0C:\\dropped\\a.txt\0', 'latin1');
  const native = Buffer.concat([
    Buffer.from([0, 0, 0, 0, 2, 0]),
    label,
    Buffer.from([0, 0, 3, 0, 6, 0, 0, 0]),
    Buffer.from('C:\\t\0\0'),
    Buffer.from([3, 0, 0, 0]),
    Buffer.from('abc'),
  ]);
  const file = writeCfb([
    { name: 'WordDocument', bytes: main },
    { name: '1Table', bytes: table },
    { name: '\u0005SummaryInformation', bytes: summary },
    {
      name: 'ObjectPool',
      children: [{ name: '_1', children: [{ name: '\u0001Ole10Native', bytes: native }] }],
    },
  ]);
  assert.equal(documentText('application/msword', file, DEFAULT_LIMITS).text, 'Déjà\nvu');
  const { lines, clocks, embedded } = told('application/msword', file);
  has(
    lines,
    'last-author=Рошка @ SummaryInformation property 8',
    'code-page=1251 @ SummaryInformation property 1',
    'saved-by=roshka @ table stream SttbSavedBy 1 of 1',
    'path=C:\\secret\\a.doc @ table stream SttbSavedBy 1 of 1',
    'language=ru-RU @ WordDocument Fib lid',
    'path=C:\\dropped\\a.txt @ Ole10Native, ObjectPool/_1',
  );
  has(clocks, '2017-05-05T12:00:00.000Z 100ns UTC @ SummaryInformation property 13');
  assert.deepEqual(
    embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['a.txt', 'abc']],
  );
});

test('a BIFF8 workbook: a string broken over two records, numbers, who opened it', () => {
  const strings = Buffer.concat([
    Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]),
    Buffer.from([6, 0, 0]),
    Buffer.from('abc'),
  ]);
  const stream = Buffer.concat([
    record(0x809, Buffer.from([0, 6, 5, 0])),
    record(0x5c, narrow('roshka  ')),
    record(0x42, Buffer.from([0xb0, 4])),
    record(0x8c, Buffer.from([7, 0, 33, 0])),
    record(0x85, Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 2, 0]), Buffer.from('S1')])),
    record(0xfc, strings),
    record(0x3c, Buffer.concat([Buffer.from([1]), Buffer.from('déf', 'utf16le')])),
    record(0xfd, Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    record(0x27e, Buffer.from([0, 0, 1, 0, 0, 0, (5 << 2) | 2, 0, 0, 0])),
  ]);
  const file = writeCfb([{ name: 'Workbook', bytes: stream }]);
  assert.equal(documentText('application/vnd.ms-excel', file, DEFAULT_LIMITS).text, 'S1\n\nabcdéf\t5');
  has(
    told('application/vnd.ms-excel', file).lines,
    'write-access=roshka @ Workbook WriteAccess record',
    'code-page=1200 @ Workbook CodePage record',
    'application-country=RU @ Workbook Country record, of Excel',
    'system-country=FR @ Workbook Country record, of Windows',
  );
  const locked = writeCfb([{ name: 'Workbook', bytes: record(0x2f, Buffer.alloc(6)) }]);
  assert.equal(documentText('application/vnd.ms-excel', locked, DEFAULT_LIMITS).failure?.code, 'encrypted');
});

test('a PowerPoint 97 file: text of slides, user', () => {
  const atom = (type: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0, 0, type & 255, type >> 8, body.length, 0, 0, 0]), body]);
  const inner = Buffer.concat([
    atom(0xfa8, Buffer.from('One\rtwo')),
    atom(0xfa0, Buffer.from('Три', 'utf16le')),
  ]);
  const slide = Buffer.concat([Buffer.from([15, 0, 0xee, 3, inner.length, 0, 0, 0]), inner]);
  const user = Buffer.concat([
    Buffer.alloc(20),
    Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from('ann\0\0\0\0'),
    Buffer.from('ann', 'utf16le'),
  ]);
  const file = writeCfb([
    { name: 'PowerPoint Document', bytes: slide },
    { name: 'Current User', bytes: user },
  ]);
  const type = 'application/vnd.ms-powerpoint';
  assert.equal(documentText(type, file, DEFAULT_LIMITS).text, 'One\ntwo\nТри');
  has(told(type, file).lines, 'last-user=ann @ Current User stream');
});
