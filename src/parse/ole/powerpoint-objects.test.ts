import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { Collector } from '../metadata/collector.ts';
import { openCompound } from './compound.ts';
import { collectPowerPointBinary } from './powerpoint.ts';

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
