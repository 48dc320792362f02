import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, zstdCompressSync } from 'node:zlib';
import { drain, openBytes } from '../testing/drain.ts';

const TEXT = Buffer.from('one line of text and another, again and again\n'.repeat(5000));
const METADATA = Buffer.from('5f2a4d180500000068656c6c6f', 'hex');
const half = TEXT.length >> 1;

/** Every way in which a frame says how long it is. */
const checksummed = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const unsized = { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } };
const first = zstdCompressSync(TEXT.subarray(0, half), checksummed);
const second = zstdCompressSync(TEXT.subarray(half), unsized);
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['two frames', Buffer.concat([first, second])],
  ['metadata first', Buffer.concat([METADATA, zstdCompressSync(TEXT)])],
  ['metadata between', Buffer.concat([first, METADATA, METADATA, second, METADATA])],
  ['an empty frame', Buffer.concat([zstdCompressSync(Buffer.alloc(0)), first, second])],
  ['padded with zeros', Buffer.concat([first, second, Buffer.alloc(100)])],
];

for (const [what, packed] of FILES) {
  test(`every frame is read: ${what}`, async () => {
    const reader = await openBytes('zst', packed);
    const [only] = await drain(reader);
    assert.ok(only?.bytes?.equals(TEXT), `${only?.bytes?.length} of ${TEXT.length} bytes`);
    assert.deepEqual([reader.failure(), reader.defects], [null, []]);
    const [streamed] = await drain(await openBytes('zst', packed, { limits: { itemBytes: 50_000 } }));
    assert.ok(streamed?.bytes?.equals(TEXT), 'as a stream');
  });
}

test('what follows the last frame and begins none is told; a cut second frame is truncated', async () => {
  const junk = await openBytes('zst', Buffer.concat([first, Buffer.from('junk')]));
  const [only] = await drain(junk);
  assert.ok(only?.bytes?.equals(TEXT.subarray(0, half)));
  assert.deepEqual(junk.defects, [
    { code: 'trailing-bytes', at: { start: first.length, end: first.length + 4 } },
  ]);
  const cut = await openBytes('zst', Buffer.concat([first, second.subarray(0, -5)]));
  await drain(cut);
  assert.equal(cut.failure()?.code, 'truncated');
});

test('frames that each stay within the limits do not exceed them together', async () => {
  const many = Buffer.concat(Array.from({ length: 40 }, () => zstdCompressSync(Buffer.alloc(10_000))));
  const [only] = await drain(await openBytes('zst', many, { limits: { ratio: 1, ratioFloor: 100_000 } }));
  assert.equal(only?.failure, 'bomb');
});
