import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { TamisError } from '../../src/model/index.ts';
import { contentOf, siftQuietly, temporaryFolder } from './sift-case.ts';

/** Bytes that do not compress, the same at every run. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[i] = state >> 16;
  }
  return bytes;
}

function makeDump(folder: string): string {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  for (let i = 0; i < 20; i++)
    writeFileSync(join(dump, `${i}.bin.gz`), gzipSync(noise(500_000, i + 1), { level: 1 }));
  for (let i = 0; i < 300; i++)
    writeFileSync(join(dump, `${i}.eml`), `Subject: ${i}\n\n${'text '.repeat(500)}`);
  return dump;
}

test('a full disk ends the sift with a clear message, and with room it goes on to the same case', async (t) => {
  const folder = temporaryFolder(t);
  const small = join(folder, 'small');
  mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small]);
  if (mounted.status !== 0) return t.skip('mounting a small disk needs root');
  try {
    const dump = makeDump(folder);
    const directory = join(small, 'full.tamis');
    const failed = siftQuietly(directory, { inputs: [dump] });
    await assert.rejects(failed, (error) => error instanceof TamisError && error.code === 'disk-full');
    const grown = spawnSync('mount', ['-o', 'remount,size=200m', small]);
    assert.equal(grown.status, 0);
    const { totals } = await siftQuietly(directory, { inputs: [dump] });
    assert.equal(totals.failures, 0);
    const whole = join(folder, 'whole.tamis');
    await siftQuietly(whole, { inputs: [dump] });
    assert.deepEqual(contentOf(directory), contentOf(whole));
  } finally {
    spawnSync('umount', ['-l', small]);
  }
});
