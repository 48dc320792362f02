import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drain, openBytes } from '../testing/drain.ts';

/** `hello lzip` and a line end: mark, version, dictionary, a stream of LZMA, checksum and sizes. */
const MEMBER = Buffer.from(
  '4c5a4950011000341949ee8de9148a6a3e85ea81aa9ffffdee7000284db3210b000000000000002f00000000000000',
  'hex',
);
const TEXT = 'hello lzip\n';

async function contentOf(bytes: Buffer) {
  const reader = await openBytes('lz', bytes);
  const [only] = await drain(reader);
  return { text: only?.bytes?.toString(), failure: only?.failure ?? null, defects: reader.defects };
}

test('several members are one child, what is behind them is told', async () => {
  assert.deepEqual(await contentOf(Buffer.concat([MEMBER, MEMBER])), {
    text: TEXT + TEXT,
    failure: null,
    defects: [],
  });
  for (const rest of [Buffer.alloc(512), Buffer.from('a signature')]) {
    const { text, defects } = await contentOf(Buffer.concat([MEMBER, rest]));
    assert.equal(text, TEXT);
    assert.deepEqual(defects, [{ code: 'trailing-bytes', at: { start: 47, end: 47 + rest.length } }]);
  }
});

test('a file without its end, and one of which the checksum does not hold', async () => {
  assert.equal((await contentOf(MEMBER.subarray(0, 40))).failure, 'truncated');
  const changed = Buffer.from(MEMBER);
  changed[27] = 0;
  assert.equal((await contentOf(changed)).failure, 'malformed');
});

test('a dictionary that is no power of two, as lzip takes for small files', async () => {
  const odd = Buffer.from(MEMBER);
  // 2^23 less five sixteenths: of a file of 5.2 MB.
  odd[5] = 0xb7;
  assert.equal((await contentOf(odd)).text, TEXT);
});
