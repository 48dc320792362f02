import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upright } from './upright.ts';

/** A beginning of a JPEG whose camera was held so. */
function held(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from('\xff\xd8\xff\xe1\0\x22Exif\0\0', 'latin1'), tiff]);
}

test('pixels stand as programs show them, once the remark that turns them is gone', () => {
  const pixels = new Uint8ClampedArray([1, 1, 1, 255, 2, 2, 2, 255]);
  const seen = (orientation: number): number[] => {
    const { width, height, pixels: turned } = upright({ width: 2, height: 1, pixels }, held(orientation));
    return [width, height, turned[0] ?? 0, turned[4] ?? 0];
  };
  assert.deepEqual(seen(1), [2, 1, 1, 2]);
  assert.deepEqual(seen(3), [2, 1, 2, 1]);
  assert.deepEqual(seen(6), [1, 2, 1, 2]);
  assert.deepEqual(seen(8), [1, 2, 2, 1]);
  assert.deepEqual(upright({ width: 2, height: 1, pixels }, Buffer.from('no camera')).pixels, pixels);
});
