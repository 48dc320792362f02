import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { drain, openBytes } from '../testing/drain.ts';

const TEXT = Buffer.from('Message-ID: <1@example.org>\n'.repeat(5000));

test('several gzip members are one child, padding and trailing bytes are told', async () => {
  const reader = await openBytes('gz', Buffer.concat([gzipSync(TEXT), gzipSync('end'), Buffer.from('junk')]));
  const [only] = await drain(reader);
  assert.equal(only?.bytes?.toString(), `${TEXT}end`);
  assert.deepEqual(
    reader.defects.map((defect) => defect.code),
    ['trailing-bytes'],
  );
  assert.equal(reader.failure(), null);
});

test("the name in the header is the child's name, made safe", async () => {
  const plain = gzipSync('x');
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = 8;
  const [only] = await drain(
    await openBytes('gz', Buffer.concat([header, Buffer.from('../box.mbox\0'), plain.subarray(10)])),
  );
  assert.equal(only?.entry.name, '__/box.mbox');
  assert.equal(only?.bytes?.toString(), 'x');
});

for (const [format, packed] of [
  ['gz', gzipSync(TEXT)],
  ['zst', zstdCompressSync(TEXT)],
] as const) {
  test(`${format}: a cut file gives the bytes so far and is truncated`, async () => {
    const reader = await openBytes(format, packed.subarray(0, packed.length - 10));
    const [only] = await drain(reader);
    assert.equal(only?.failure, 'truncated');
    assert.equal(reader.failure()?.code, 'truncated');
    if (only?.bytes) assert.ok(TEXT.subarray(0, only.bytes.length).equals(only.bytes));
  });

  test(`${format}: expansion beyond the limits is a bomb`, async () => {
    const limits = { ratio: 10, ratioFloor: 10_000 };
    const [only] = await drain(await openBytes(format, packed, { limits }));
    assert.equal(only?.failure, 'bomb');
  });

  test(`${format}: what exceeds the item limit is a stream`, async () => {
    const [only] = await drain(await openBytes(format, packed, { limits: { itemBytes: 50_000 } }));
    assert.equal(only?.entry.outcome.type, 'stream');
    assert.ok(only?.bytes?.equals(TEXT));
  });

  test(`${format}: damage that only the stream shows is the container's too`, async () => {
    const cut = packed.subarray(0, packed.length - 10);
    const reader = await openBytes(format, cut, { limits: { itemBytes: 50_000 } });
    const [only] = await drain(reader);
    assert.equal(only?.entry.outcome.type, 'stream');
    assert.equal(only?.failure, 'truncated');
    assert.equal(reader.failure()?.code, 'truncated');
  });
}
