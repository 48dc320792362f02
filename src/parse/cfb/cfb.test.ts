import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CountingSource } from '../../../test/outlook/sources.ts';
import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { openCfb } from './cfb.ts';
import { writeCfb } from './write-cfb.ts';

const big = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const SAMPLE = [
  { name: 'one', bytes: Buffer.from('1') },
  {
    name: 'folder',
    children: [
      { name: 'big', bytes: big },
      { name: 'empty', bytes: new Uint8Array(0) },
    ],
  },
  { name: '\u0005Summary', bytes: Buffer.from('s') },
];
const open = (bytes: Uint8Array) => openCfb(new CountingSource(bytes), DEFAULT_LIMITS);

test('what was written is read: names, tree, bytes', () => {
  const cfb = open(writeCfb(SAMPLE));
  assert.equal(cfb.failure, null);
  assert.deepEqual(
    cfb.entries.map(({ path, type, size }) => [path.join('/'), type, size]),
    [
      ['one', 'stream', 1],
      ['folder', 'storage', 0],
      ['folder/big', 'stream', 300_000],
      ['folder/empty', 'stream', 0],
      ['\u0005Summary', 'stream', 1],
    ],
  );
  for (const entry of cfb.entries) {
    if (entry.path.at(-1) === 'big') assert.deepEqual(new Uint8Array(cfb.read(entry)), big);
    if (entry.path.at(-1) === 'one') assert.equal(Buffer.from(cfb.read(entry)).toString(), '1');
  }
});

test('siblings in a circle are read once and reported', () => {
  const bytes = Buffer.from(writeCfb(SAMPLE));
  const name = bytes.indexOf(Buffer.from('\u0005Summary', 'utf16le'));
  bytes.writeUInt32LE(1, name + 72); // back to `one`
  const cfb = open(bytes);
  assert.equal(cfb.entries.length, 5);
  assert.deepEqual(
    cfb.defects.map(({ code }) => code),
    ['directory-cycle'],
  );
});

test('a chain that leads into itself ends with the size of the stream', () => {
  const bytes = Buffer.from(writeCfb([{ name: 'loop', bytes: big }]));
  const table = bytes.readUInt32LE(76) * 512 + 512;
  for (let at = 0; at < 586; at++) bytes.writeUInt32LE(0, table + at * 4);
  const [entry] = open(bytes).entries;
  assert.ok(entry);
  assert.equal(open(bytes).read(entry).length, 300_000);
});

test('a cut file keeps its first streams and says that the others end early', () => {
  const whole = writeCfb(SAMPLE);
  assert.equal(open(whole.subarray(0, 511)).failure?.code, 'malformed');
  const bytes = Buffer.from(whole);
  const big32 = bytes.indexOf(Buffer.from('big', 'utf16le'));
  bytes.writeUInt32LE(100_000_000, big32 + 120);
  const cfb = open(bytes);
  const entry = cfb.entries.find(({ path }) => path.at(-1) === 'big');
  assert.ok(entry);
  assert.throws(
    () => cfb.read(entry),
    (error) => error instanceof TamisError && error.code === 'truncated',
  );
});
