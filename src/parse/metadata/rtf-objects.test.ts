import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCfb } from '../cfb/write-cfb.ts';
import { Collector } from './collector.ts';
import { collectRtfObjects } from './rtf-objects.ts';

function words(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * index);
  return bytes;
}

const object = (server: string, native: Uint8Array, format = 2) =>
  Buffer.concat([
    words(0x501, format, server.length + 1),
    Buffer.from(`${server}\0`),
    words(0, 0, native.length),
    native,
  ]).toString('hex');

function embeddedIn(rtf: string): string[][] {
  const out = new Collector(1e6);
  collectRtfObjects(Buffer.from(rtf, 'latin1'), out);
  return out.embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]);
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n');
const PACKAGE = Buffer.concat([
  Buffer.from('\x02\0note.txt\0C:\\note.txt\0\0\0\x03\0', 'latin1'),
  words(5),
  Buffer.from('C:\\t\0'),
  words(3),
  Buffer.from('abc'),
]);

test('compound files, packages and the files of servers are taken out', () => {
  const word = writeCfb([{ name: 'WordDocument', bytes: Buffer.from('words') }]);
  const rtf = [object('Word.Document.8', word), object('Package', PACKAGE), object('AcroExch', PDF)]
    .map((hex) => `{\\object\\objemb{\\*\\objclass x}{\\*\\objdata ${hex}}{\\result x}}`)
    .join('');
  assert.deepEqual(embeddedIn(`{\\rtf1 ${rtf}}`), [
    ['Word.Document.8.ole', Buffer.from(word).toString('latin1')],
    ['note.txt', 'abc'],
    ['native', PDF.toString('latin1')],
  ]);
});

test('line ends, capitals and what exploits put between the digits change nothing', () => {
  const hex = object('P', PDF).toUpperCase().replace(/.{7}/g, '$&\r\n{\\*\\objupdate1}\\bin ');
  assert.deepEqual(embeddedIn(`{\\rtf1{\\object{\\*\\objdata${hex}}}}`), [
    ['native', PDF.toString('latin1')],
  ]);
});

test('links, half objects and objects without end give nothing', () => {
  assert.deepEqual(embeddedIn(`{\\rtf1{\\object{\\*\\objdata ${object('P', PDF, 1)}}}}`), []);
  assert.deepEqual(embeddedIn('{\\rtf1{\\object{\\*\\objdata 0105000002000000ffffffff00}}}'), []);
  assert.deepEqual(embeddedIn('\\objdata '.repeat(5_000)), []);
});
