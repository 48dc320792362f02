import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { documentText } from '../document/document.ts';
import { expandVisio } from './visio-expand.ts';

const TYPE = 'application/vnd.visio';
const read = (bytes: Uint8Array) => documentText(TYPE, bytes, DEFAULT_LIMITS);

const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
};

/** Every byte as it is: eight behind a set of flags. */
function stored(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 8) parts.push(Buffer.of(0xff), bytes.subarray(at, at + 8));
  return Buffer.concat(parts);
}

function pointer(type: number, offset: number, length: number, format: number): Buffer {
  return Buffer.concat([u32(type, 0, offset, length), Buffer.from([format, 0])]);
}

/** A text as version 11 keeps it: eight bytes before it, a zero behind; a separator of four follows at this level. */
function textChunk(text: string): Buffer {
  const body = Buffer.concat([Buffer.alloc(8), Buffer.from(`${text}\0`, 'utf16le')]);
  return Buffer.concat([u32(0x0e, 1, 0, body.length), Buffer.from([2, 0, 0x55]), body, Buffer.alloc(4)]);
}

function drawing(version: number, loop = false): Buffer {
  const head = Buffer.alloc(0x24 + 18);
  head.write('Visio (TM) Drawing\r\n', 'latin1');
  head[0x1a] = version;
  const chunks = stored(Buffer.concat([textChunk('Organigramme'), textChunk('Trésorière\rdu parti')]));
  const chunksAt = head.length;
  const trailer = stored(
    Buffer.concat([
      Buffer.alloc(16, 7),
      u32(0, 2, 0),
      pointer(0x48, chunksAt, chunks.length, 0xd6),
      loop ? pointer(20, head.length + chunks.length, 60, 0x52) : pointer(0x21, 0, 0, 0),
    ]),
  );
  pointer(20, head.length + chunks.length, trailer.length, 0x52).copy(head, 0x24);
  return Buffer.concat([head, chunks, trailer]);
}

const packed = (stream: Buffer) => writeCfb([{ name: 'VisioDocument', bytes: stream }]);

test('back references of Visio: places in a window of 4,096 bytes, lengths of 3 to 18', () => {
  // Three bytes as they are, then the place of the first (the window begins 18 before), five bytes long.
  const place = (4096 - 18) & 0xfff;
  const packedBytes = Buffer.from([0b111, 97, 98, 99, place & 0xff, ((place >> 8) << 4) | 2]);
  assert.equal(expandVisio(packedBytes, 100).toString(), 'abcabcab');
  assert.equal(expandVisio(packedBytes, 4).toString(), 'abca');
  assert.equal(expandVisio(Buffer.from([0]), 100).length, 0);
});

test('words of shapes; older drawings are named unsupported', () => {
  assert.deepEqual(
    [read(packed(drawing(11))).text, read(packed(drawing(11))).status],
    ['Organigramme\nTrésorière\ndu parti', 'ok'],
  );
  assert.equal(read(packed(drawing(5))).status, 'unsupported');
});

test('pointers in a ring, cut streams and noise do no harm', () => {
  assert.doesNotThrow(() => read(packed(drawing(11, true))));
  const whole = drawing(11);
  for (let cut = 0; cut < whole.length; cut += 3)
    assert.doesNotThrow(() => read(packed(whole.subarray(0, cut))));
  for (let at = 0x24; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = 0xff - (changed[at] ?? 0);
    assert.doesNotThrow(() => read(packed(changed)));
  }
});

test('real drawings hold the words that libvisio finds', (t) => {
  const corpus = join(import.meta.dirname, '../../../../shared/corpus');
  if (!existsSync(corpus)) return t.skip('corpus not present: ../shared/corpus');
  for (const [file, words] of [
    ['documents/files/apache+poi/diagram/44501c.vsd', /^Penible\nNouveau farine$/],
    ['documents/files/apache+poi/diagram/v6-non-utf16le.vsd', /PropertySheet\nPropertySheetField/],
    ['docs-metadata/files/apache+poi/diagram/visio_with_embeded.vsd', /Ҳужжат1, семнадцать1, zonal1/],
  ] as const)
    assert.match(read(readFileSync(join(corpus, file))).text, words, file);
});
