import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { Collector } from '../metadata/collector.ts';
import { openCompound } from './compound.ts';
import { collectPowerPointBinary, powerPointBinaryText } from './powerpoint.ts';

const WORKBOOK = Buffer.from(writeCfb([{ name: 'Workbook', bytes: Buffer.from('cells') }]));

/** ExOleObjStg: instance 1 is deflated, behind its size. */
function storage(instance: number, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(instance << 4, 0);
  head.writeUInt16LE(0x1011, 2);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function objectsIn(stream: Buffer, most: number): Uint8Array[] {
  const out = new Collector(most);
  const file = writeCfb([{ name: 'PowerPoint Document', bytes: stream }]);
  collectPowerPointBinary(openCompound(file, DEFAULT_LIMITS), out);
  return out.embedded.map(({ bytes }) => bytes);
}

const deflated = storage(1, Buffer.concat([Buffer.alloc(4), deflateSync(WORKBOOK)]));

test('objects of slides are files of their own, deflated or not', () => {
  const found = objectsIn(Buffer.concat([deflated, storage(0, WORKBOOK)]), 1e6);
  assert.deepEqual(
    found.map((bytes) => Buffer.from(bytes).equals(WORKBOOK)),
    [true, true],
  );
});

test('damaged ones, and ones that inflate beyond what may be, are left out', () => {
  assert.deepEqual(objectsIn(storage(1, Buffer.from('....no deflate')), 1e6), []);
  assert.deepEqual(objectsIn(deflated, 100), []);
});

test('of a file for two versions at once, the slides of the later one; footers are words', () => {
  const record = (type: number, instance: number, body: Buffer, container = false) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE((instance << 4) | (container ? 15 : 0), 0);
    head.writeUInt16LE(type, 2);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };
  const slides = Buffer.concat([
    record(0x0fa8, 0, Buffer.from('title')),
    record(0x0fd9, 3, record(0x0fba, 2, Buffer.from('secret', 'utf16le')), true),
  ]);
  const file = writeCfb([
    { name: 'PowerPoint Document', bytes: Buffer.from('of another version') },
    { name: 'PP97_DUALSTORAGE', children: [{ name: 'PowerPoint Document', bytes: slides }] },
  ]);
  assert.equal(powerPointBinaryText(openCompound(file, DEFAULT_LIMITS), 1e6).text, 'title\nsecret');
});
