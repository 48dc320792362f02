import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drain, openBytes } from '../testing/drain.ts';

const word = (number: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number >>> 0);
  return bytes;
};

/** `abcd`, then itself and on, eleven bytes from four back, and the end. */
const BLOCK = Buffer.concat([
  Buffer.from([0x47]),
  Buffer.from('abcd'),
  Buffer.from([4, 0]),
  Buffer.from([0x10, 0x21]),
]);
const WORDS = 'abcdabcdabcdabc!';
/** In the next block of a frame whose blocks are linked: sixteen bytes from sixteen back, and a point. */
const LINKED = Buffer.from([0x0c, 16, 0, 0x10, 0x2e]);

const frame = (flags: number, ...blocks: readonly Buffer[]) =>
  Buffer.concat([word(0x184d2204), Buffer.from([flags, 0x40, 0]), ...blocks, word(0)]);
const block = (bytes: Buffer) => Buffer.concat([word(bytes.length), bytes]);
const stored = (text: string) => Buffer.concat([word(0x80000000 + text.length), Buffer.from(text)]);

async function contentOf(bytes: Buffer, limits = {}) {
  const reader = await openBytes('lz4', bytes, { limits });
  const [only] = await drain(reader);
  return { text: only?.bytes?.toString(), failure: only?.failure ?? null, defects: reader.defects };
}

test('blocks, stored ones, linked ones, several frames, metadata', async () => {
  const metadata = Buffer.concat([word(0x184d2a50), word(2), Buffer.from('xx')]);
  const both = Buffer.concat([
    frame(0x40, block(BLOCK), block(LINKED)),
    metadata,
    frame(0x60, stored('end')),
  ]);
  assert.equal((await contentOf(both)).text, `${WORDS}${WORDS}.end`);
  const old = Buffer.concat([word(0x184c2102), block(BLOCK), block(BLOCK)]);
  assert.equal((await contentOf(old)).text, WORDS + WORDS);
});

test('what is behind the frames is told', async () => {
  const { text, defects } = await contentOf(Buffer.concat([frame(0x40, block(BLOCK)), Buffer.from('junk')]));
  assert.equal(text, WORDS);
  assert.deepEqual(
    defects.map(({ code }) => code),
    ['trailing-bytes'],
  );
});

test('cut, damaged, boastful and bloated ones say so', async () => {
  const whole = frame(0x40, block(BLOCK));
  for (let length = 7; length < whole.length; length++)
    assert.equal((await contentOf(whole.subarray(0, length))).failure, 'truncated', `${length}`);
  const back = Buffer.from([0x10, 0x61, 9, 0]);
  assert.equal((await contentOf(frame(0x40, block(back)))).failure, 'malformed');
  assert.equal((await contentOf(frame(0x40, word(0x7fffffff)))).failure, 'malformed');
  assert.equal((await contentOf(frame(0x41, block(BLOCK)))).failure, 'unsupported');
  const bomb = Buffer.concat([
    Buffer.from([0x1f, 0x61, 1, 0]),
    Buffer.alloc(250, 255),
    Buffer.from([0, 0x00]),
  ]);
  assert.equal((await contentOf(frame(0x60, block(bomb)), { ratio: 10, ratioFloor: 1_000 })).failure, 'bomb');
});
