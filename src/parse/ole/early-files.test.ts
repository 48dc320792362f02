import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../detect/index.ts';
import { documentText } from '../document/document.ts';
import { documentMetadata } from '../document/metadata.ts';

function record(type: number, ...body: readonly (Buffer | readonly number[])[]): Buffer {
  const bytes = Buffer.concat(body.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const END = record(0x0a);

function text(bytes: Buffer, name: string): string {
  const { type } = detectBytes(bytes, name);
  const read = documentText(type, bytes, DEFAULT_LIMITS);
  const about = documentMetadata(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
  assert.deepEqual([read.status, read.failure, about.failure], ['ok', null, null]);
  return read.text;
}

test('a sheet of Excel 2: whole numbers, numbers, words, truth, a date', () => {
  const sheet = Buffer.concat([
    record(0x09, [2, 0, 0x10, 0]),
    record(0x1e, [7], latin('General')),
    record(0x1e, [8], latin('dd/mm/yy')),
    record(0x43, [0, 0, 0, 0]),
    record(0x43, [0, 0, 1, 0]),
    record(0x04, [0, 0, 0, 0, 0, 0, 0, 4], latin('\xe9t\xe9!')),
    record(0x02, [0, 0, 1, 0, 0, 0, 0, 42, 0]),
    record(0x03, [1, 0, 0, 0, 0, 0, 0], double(1.5)),
    record(0x05, [1, 0, 1, 0, 0, 0, 0, 1, 0]),
    record(0x03, [2, 0, 0, 0, 1, 0, 0], double(33000)),
    END,
  ]);
  assert.equal(text(sheet, 'a.xls'), 'été!\t42\n1.5\tTRUE\n1990-05-07');
});

test('a sheet of Excel 4: formats count, whatever number stands before them', () => {
  const sheet = Buffer.concat([
    record(0x409, [0, 0, 0x10, 0, 0, 0]),
    record(0x41e, [9, 9, 7], latin('General')),
    record(0x443, [0, 0, 0, 0]),
    record(0x204, [0, 0, 0, 0, 0, 0, 3, 0], latin('one')),
    record(0x203, [0, 0, 1, 0, 0, 0], double(14)),
    record(0x406, [0, 0, 2, 0, 0, 0], double(7), [0, 0]),
    END,
  ]);
  assert.equal(text(sheet, 'a.xls'), 'one\t14\t7');
});

test('a document of Word 2: the run between two offsets of its header', () => {
  const words = latin('D\xe9j\xe0 vu\rfin');
  const file = Buffer.alloc(0x180 + words.length);
  Buffer.from([0xdb, 0xa5, 0x2d, 0]).copy(file);
  file.writeUInt32LE(0x180, 0x18);
  file.writeUInt32LE(file.length, 0x1c);
  words.copy(file, 0x180);
  assert.equal(text(file, 'a.doc'), 'Déjà vu\nfin');
});

test('Word for the Macintosh has no reader, and is not called damaged', () => {
  const bytes = Buffer.concat([Buffer.from([0xfe, 0x37, 0, 0x1c]), Buffer.alloc(600, 0x41)]);
  const { type } = detectBytes(bytes, 'a.doc');
  const { status, failure } = documentText(type, bytes, DEFAULT_LIMITS);
  assert.deepEqual([type, status, failure], ['application/msword', 'unsupported', null]);
});

test('half records and empty ones do no harm', () => {
  for (let length = 4; length < 60; length++) {
    const bytes = Buffer.concat([
      record(0x09, [2, 0, 0x10, 0]),
      Buffer.alloc(60, length).subarray(0, length),
    ]);
    const { status, text } = documentText('application/vnd.ms-excel', bytes, DEFAULT_LIMITS);
    assert.equal(status, 'ok', `${length} bytes`);
    assert.ok(text.length < 100, `${length} bytes`);
  }
});
