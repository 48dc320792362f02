import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { documentText } from './document.ts';
import { documentMetadata } from './metadata.ts';

const NOTE = 'application/onenote';
const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };

const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, at * 4);
  return bytes;
};

/** A set of properties: their number, their ids, their data in that order. */
function propertySet(...properties: readonly (readonly [id: number, data: Buffer])[]): Buffer {
  const count = Buffer.from([properties.length, 0]);
  return Buffer.concat([count, ...properties.map(([id]) => u32(id)), ...properties.map(([, data]) => data)]);
}

const sized = (bytes: Buffer) => Buffer.concat([u32(bytes.length), bytes]);
const wide = (text: string) => sized(Buffer.from(text, 'utf16le'));

function section(...sets: readonly Buffer[]): Buffer {
  const parts = sets.flatMap((set) => [Buffer.alloc(9, 0xee), set]);
  return Buffer.concat([
    Buffer.from('e4525c7b8cd8a74d', 'hex'),
    Buffer.alloc(40),
    ...parts,
    Buffer.alloc(16),
  ]);
}

test('a OneNote section: texts of every revision once, authors, files with their place of origin', () => {
  const file = Buffer.concat([
    Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex'),
    u32(5, 0, 0, 0, 0),
    Buffer.from('hello'),
  ]);
  const bytes = section(
    // A number of four bytes and a boolean stand before the text; then a list of objects.
    propertySet(
      [0x14001d77, u32(7)],
      [0x08001cff, Buffer.alloc(0)],
      [0x1c001c22, wide('Réunion du comité')],
      [0x24001c20, u32(2)],
      [0x1c003498, sized(Buffer.from('narrow \xe9', 'latin1'))],
    ),
    propertySet([0x1c001c22, wide('Réunion du comité')]),
    propertySet([0x1c001d75, wide('Claire Dupont')], [0x1c001d9d, wide('C:\\Users\\claire\\a.xlsx')]),
    propertySet([0x1c001d9c, wide('a.xlsx')]),
    file,
  );
  assert.equal(documentText(NOTE, bytes, DEFAULT_LIMITS).text, 'Réunion du comité\nnarrow é');
  const told = documentMetadata(NOTE, bytes, OPTIONS);
  assert.deepEqual(
    told.metadata.map(({ field, value }) => [field, value]),
    [
      ['author', 'Claire Dupont'],
      ['path', 'C:\\Users\\claire\\a.xlsx'],
    ],
  );
  assert.deepEqual(told.findings, [{ code: 'embedded-object', detail: 'a.xlsx' }]);
  assert.deepEqual(
    told.embedded.map(({ name, bytes: inner }) => [name, Buffer.from(inner).toString()]),
    [['attachment-1', 'hello']],
  );
});

test('a section without words is named unsupported; lengths beyond the end and endless ids do no harm', () => {
  assert.equal(documentText(NOTE, section(), DEFAULT_LIMITS).status, 'unsupported');
  const long = propertySet([0x1c001c22, u32(0xffffff)]);
  assert.equal(documentText(NOTE, section(long), DEFAULT_LIMITS).status, 'unsupported');
  const endless = Buffer.alloc(4 * 2 ** 20, u32(0x1c001c22));
  assert.doesNotThrow(() => documentText(NOTE, section(endless), DEFAULT_LIMITS));
  const whole = section(propertySet([0x1c001c22, wide('text')]));
  for (let cut = 0; cut < whole.length; cut++)
    assert.doesNotThrow(() => documentText(NOTE, whole.subarray(0, cut), DEFAULT_LIMITS));
});

/** Chunks of a stream of Quill; `next` leads to a further list. */
function quill(text: string): Buffer {
  const head = Buffer.alloc(0x18);
  head.write('CHNKINK ', 'latin1');
  const words = Buffer.from(text, 'utf16le');
  const list = Buffer.concat([Buffer.from([0x18, 0, 2, 0]), u32(0xffffffff)]);
  const entry = (name: string, start: number, length: number) =>
    Buffer.concat([
      Buffer.from([0x18, 0]),
      Buffer.from(name, 'latin1'),
      Buffer.alloc(6),
      Buffer.from(name, 'latin1'),
      u32(start, length),
    ]);
  const at = head.length + list.length + 48;
  return Buffer.concat([head, list, entry('FDPP', 4, 4), entry('TEXT', at, words.length), words]);
}

const publication = (contents: Buffer) =>
  writeCfb([
    { name: 'Contents', bytes: Buffer.from('x') },
    { name: 'Quill', children: [{ name: 'QuillSub', children: [{ name: 'CONTENTS', bytes: contents }] }] },
  ]);

test('a Publisher file gives its stories; one without them is named unsupported', () => {
  const type = 'application/x-mspublisher';
  const contents = quill('Affiche de campagne\rVotez\vle 7 mai\x05');
  const { text, status } = documentText(type, publication(contents), DEFAULT_LIMITS);
  assert.deepEqual([text, status], ['Affiche de campagne\nVotez\nle 7 mai', 'ok']);
  assert.equal(documentText(type, publication(Buffer.from('other')), DEFAULT_LIMITS).status, 'unsupported');
  const ring = Buffer.from(contents);
  ring.writeUInt32LE(0x18, 0x18 + 4);
  assert.doesNotThrow(() => documentText(type, publication(ring), DEFAULT_LIMITS));
  for (let cut = 0; cut < contents.length; cut += 5)
    assert.doesNotThrow(() => documentText(type, publication(contents.subarray(0, cut)), DEFAULT_LIMITS));
});
