import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import type { ArchiveFormat } from './archive.ts';
import { drain, openBytes } from './testing/drain.ts';
import { paxMember, writeTar } from './testing/tar-writer.ts';
import { writeZip } from './testing/zip-writer.ts';

const LONG = 'Delivered-To: someone@example.org\r\n'.repeat(40);
const ZIP = writeZip([
  { name: 'a.eml', content: LONG },
  { name: 'dir/', content: '' },
  { name: 'b.txt', content: 'stored', method: 0 },
  { name: 'link', content: 'a.eml', mode: 0o120777 },
]);
const TAR = writeTar([
  paxMember({ path: 'é/long', mtime: '1.5', 'GNU.sparse.map': '0,3', 'GNU.sparse.size': '10' }),
  { name: 'sparse', content: 'abc' },
  { name: '././@LongLink', type: 'L', content: 'x'.repeat(150), magic: 'ustar  \0' },
  { name: 'x', content: LONG },
  { name: 'l', type: '2', link: 'x' },
]);

function fixture(name: string): Buffer {
  return readFileSync(new URL(`./seven-zip/fixtures/${name}`, import.meta.url));
}

/** Rounds are fewer where each costs a run of 7-Zip. */
const SUBJECTS: readonly (readonly [ArchiveFormat, Buffer, number])[] = [
  ['zip', ZIP, 1500],
  ['tar', TAR, 1500],
  ['gz', gzipSync(LONG), 500],
  ['zst', zstdCompressSync(LONG), 500],
  ['7z', fixture('solid.7z'), 60],
  ['cpio', fixture('box.cpio'), 20],
  ['xz', fixture('a.eml.xz'), 20],
  ['bz2', fixture('twice.bz2'), 20],
];

function mutated(original: Buffer, random: (below: number) => number): Buffer {
  const bytes = Buffer.from(original);
  for (let change = random(6); change >= 0; change--) {
    const at = random(bytes.length);
    const kind = random(4);
    if (kind === 0) bytes[at] = random(256);
    else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    else if (kind === 2)
      bytes.fill(random(2) === 0 ? 0xff : 0, at, Math.min(bytes.length, at + 1 + random(8)));
    else bytes.copy(bytes, at, random(bytes.length), Math.min(bytes.length, at + random(64)));
  }
  return random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
}

const LIMITS = { ratioFloor: 2 ** 20, itemBytes: 2 ** 20, children: 10_000, itemMs: 5000, workerMb: 64 };

for (const [format, original, rounds] of SUBJECTS) {
  test(`${rounds} mutations of a ${format}: no throw, no crash, sums hold`, async () => {
    const random = randomNumbers(20170505);
    for (let round = 0; round < rounds; round++) {
      const bytes = mutated(original, random);
      const reader = await openBytes(format, bytes, { limits: LIMITS, passwords: ['x'] });
      const all = await drain(reader, 2 ** 22);
      const codes = [reader.failure()?.code, ...all.map(({ failure }) => failure)];
      assert.ok(!codes.includes('crashed') && !codes.includes('timeout'), `round ${round}: ${codes}`);
      if (reader.expected !== null) assert.equal(all.length, reader.expected, `round ${round}`);
      assert.deepEqual(
        all.map(({ entry }) => entry.index),
        all.map((_, index) => index),
      );
    }
  });
}
