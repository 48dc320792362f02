import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { leadingVolume, type Volumes } from './archive.ts';
import { CORPUS, NO_CORPUS } from './testing/corpus.ts';
import { drain, openBytes } from './testing/drain.ts';
import { writeZip } from './testing/zip-writer.ts';
import { memorySource } from './window.ts';

function folder(own: string, files: Readonly<Record<string, Uint8Array>>): Volumes {
  return { own, open: (name) => (files[name] === undefined ? null : memorySource(files[name])) };
}

for (const [own, leading] of [
  ['a.part1.rar', null],
  ['a.part02.rar', 'a.part01.rar'],
  ['A.PART12.RAR', 'A.PART01.RAR'],
  ['a.r00', 'a.rar'],
  ['a.Z01', 'a.ZIP'],
  ['a.7z.002', 'a.7z.001'],
  ['a.7z.001', null],
  ['a.rar', null],
  ['report.2017', null],
] as const) {
  test(`${own} is read by way of ${leading ?? 'itself'}`, () => assert.equal(leadingVolume(own), leading));
}

test('an archive cut into numbered parts is read as one', async () => {
  const whole = readFileSync(new URL('./seven-zip/fixtures/solid.7z', import.meta.url));
  const files = { 'x.7z.002': whole.subarray(100, 300), 'x.7z.003': whole.subarray(300) };
  const reader = await openBytes('7z', whole.subarray(0, 100), { volumes: folder('x.7z.001', files) });
  assert.equal((await drain(reader)).length, 5);
  assert.equal(reader.failure(), null);
});

test('a split zip is read by its last volume, and without the others says which are missing', async () => {
  const zip = writeZip([
    { name: 'a', content: 'first' },
    { name: 'b', content: 'second' },
  ]);
  const cut = zip.indexOf('PK\x03\x04', 4, 'latin1');
  const last = Buffer.from(zip.subarray(cut));
  const second = last.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  last.writeUInt16LE(1, second + 34);
  last.writeUInt32LE(0, second + 42);
  const end = last.length - 22;
  last.writeUInt16LE(1, end + 4);
  last.writeUInt16LE(1, end + 6);
  last.writeUInt32LE(last.readUInt32LE(end + 16) - cut, end + 16);
  const together = { volumes: folder('x.zip', { 'x.z01': zip.subarray(0, cut) }) };
  const all = await drain(await openBytes('zip', last, together));
  assert.deepEqual(
    all.map(({ bytes }) => bytes?.toString()),
    ['first', 'second'],
  );
  const alone = await drain(await openBytes('zip', last));
  assert.deepEqual(
    alone.map(({ failure }) => failure),
    ['unsupported', null],
  );
});

test('a later volume stands for nothing when the first is there, and for itself when it is not', async () => {
  const zip = writeZip([{ name: 'a', content: 'x' }]);
  const later = await openBytes('zip', zip, { volumes: folder('x.z01', { 'x.zip': zip }) });
  assert.equal(later.expected, 0);
  assert.equal(later.facts['volume-of'], 'x.zip');
  const text = await openBytes('zip', zip, {
    volumes: folder('x.z01', { 'x.zip': Buffer.from('no archive') }),
  });
  assert.equal((await drain(text)).length, 1);
});

test('an item that goes on in a missing volume is cut, not damaged', { skip: NO_CORPUS }, async () => {
  const place = join(CORPUS, 'libarchive+libarchive/decoded');
  const name = (part: number) => `test_read_format_rar5_multiarchive.part0${part}.rar`;
  const [first, ...rest] = [1, 2, 3].map((part) => readFileSync(join(place, name(part))));
  assert.ok(first);
  const files = Object.fromEntries(rest.map((bytes, i) => [name(i + 2), bytes]));
  const reader = await openBytes('rar', first, { volumes: folder(name(1), files) });
  const failures = (await drain(reader)).map(({ failure }) => failure);
  assert.deepEqual(failures, [null, 'truncated']);
  assert.equal(reader.failure()?.code, 'truncated');
});
