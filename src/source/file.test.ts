import assert from 'node:assert/strict';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFile } from './file.ts';
import { memorySource } from './memory.ts';
import { sliceSource } from './slice.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function temporary(t: { after(fn: () => void): void }): string {
  const dir = mkdtempSync(join(tmpdir(), 'tamis-file-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'file');
}

test('reads at offsets beyond 4 GB', (t) => {
  const path = temporary(t);
  const fd = openSync(path, 'w');
  const far = 5 * 2 ** 30;
  writeSync(fd, 'here', far);
  ftruncateSync(fd, far + 10);
  closeSync(fd);
  const source = openFile(path);
  assert.equal(source.size, far + 10);
  assert.equal(text(source.read(far, 4)), 'here');
  assert.equal(source.read(far + 8, 100).length, 2);
  source.close();
});

test('gives exactly what exists in the range, and nothing outside', (t) => {
  const path = temporary(t);
  writeFileSync(path, '0123456789');
  for (const source of [
    openFile(path),
    memorySource(new TextEncoder().encode('0123456789')),
    sliceSource(memorySource(new TextEncoder().encode('xx0123456789yy')), 2, 12),
  ]) {
    assert.equal(source.size, 10);
    assert.equal(text(source.read(0, 10)), '0123456789');
    assert.equal(text(source.read(8, 10)), '89');
    assert.equal(source.read(10, 1).length, 0);
    assert.equal(source.read(-1, 2).length, 0);
    assert.equal(source.read(3, 0).length, 0);
    assert.equal(source.read(3, -5).length, 0);
    source.close();
  }
});

test('reads into the same memory again, and says how much was there', (t) => {
  const path = temporary(t);
  writeFileSync(path, 'abcdefgh');
  const source = openFile(path);
  t.after(() => source.close());
  const memory = new Uint8Array(5);
  assert.equal(source.readInto(0, memory), 5);
  assert.equal(text(memory), 'abcde');
  assert.equal(source.readInto(5, memory), 3);
  assert.equal(text(memory.subarray(0, 3)), 'fgh');
  assert.equal(source.readInto(8, memory), 0);
  assert.equal(source.readInto(100, memory), 0);
});

test('a slice is cut to what exists', () => {
  const of = memorySource(new Uint8Array(10));
  assert.equal(sliceSource(of, 5, 100).size, 5);
  assert.equal(sliceSource(of, 20, 30).size, 0);
  assert.equal(sliceSource(of, 8, 3).size, 0);
});

test('a file that shrinks gives fewer bytes, a closed or missing one throws `unreadable`', (t) => {
  const path = temporary(t);
  writeFileSync(path, '0123456789');
  const source = openFile(path);
  writeFileSync(path, '012');
  assert.equal(text(source.read(0, 10)), '012');
  source.close();
  source.close();
  assert.throws(() => source.read(0, 1), { code: 'unreadable' });
  assert.throws(() => openFile(`${path}.none`), { code: 'unreadable' });
});

test('does not move the access time of a file we own', { skip: process.platform !== 'linux' }, (t) => {
  const path = temporary(t);
  writeFileSync(path, 'x');
  const before = statSync(path).atimeMs;
  const source = openFile(path);
  source.read(0, 1);
  source.close();
  assert.equal(statSync(path).atimeMs, before);
});
