import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toUtf8 } from './text-encoding.ts';

const HEADER = 'id,account,time,text\n1,a,2017-05-05,déjà vu\n';

function read(bytes: Uint8Array): string {
  return Buffer.from(toUtf8(bytes)?.(bytes) ?? bytes).toString('utf8');
}

test('text comes out the same however it was saved', () => {
  const little = Buffer.from(HEADER, 'utf16le');
  for (const bytes of [
    Buffer.from(HEADER),
    Buffer.from(HEADER, 'latin1'),
    little,
    Buffer.from(little).swap16(),
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
  ])
    assert.equal(read(bytes).replace('\ufeff', ''), HEADER);
});

test('a chunk that ends within a character is UTF-8 all the same', () => {
  assert.equal(toUtf8(Buffer.from('a,é').subarray(0, 3)), null);
});

test('what is no text is left alone', () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xd8]);
  assert.equal(toUtf8(picture), null);
  assert.equal(toUtf8(Buffer.from('PAR1\u0000\u0000\u0000\u0000')), null);
});
