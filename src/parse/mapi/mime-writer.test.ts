import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MimeWriter } from './mime-writer.ts';

test('base64 of any bytes cut into any chunks is that of the platform, in lines of 76', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.array(fc.nat(200), { maxLength: 8 }), (bytes, cuts) => {
      const chunks: Uint8Array[] = [];
      let at = 0;
      for (const cut of [...cuts, bytes.length]) {
        chunks.push(bytes.subarray(at, at + cut));
        at += cut;
      }
      const writer = new MimeWriter(0, 10_000);
      writer.base64(chunks);
      const lines = Buffer.from(writer.finish()).toString('latin1').split('\r\n');
      assert.ok(lines.every((line) => line.length <= 76));
      assert.deepEqual(Buffer.from(lines.join(''), 'base64'), Buffer.from(bytes));
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a message above the limit of one item stops', () => {
  const writer = new MimeWriter(0, 10_000);
  assert.throws(() => writer.bytes(new Uint8Array(40_000)), { code: 'too-large' });
});
