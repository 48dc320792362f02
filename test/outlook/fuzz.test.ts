import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { type ContainerReader, DEFAULT_LIMITS } from '../../src/model/index.ts';
import { openCfb } from '../../src/parse/cfb/cfb.ts';
import { readRtf } from '../../src/parse/mapi/rtf/convert.ts';
import { decompressRtf } from '../../src/parse/mapi/rtf/lzfu.ts';
import { openMsg } from '../../src/parse/msg/msg.ts';
import { ANSI, type Layout, UNICODE, UNICODE_4K } from '../../src/parse/pst/layout.ts';
import { openPst } from '../../src/parse/pst/pst.ts';
import { openTnef } from '../../src/parse/tnef/tnef.ts';
import { writeMsg } from './msg-writer.ts';
import { binary, text } from './pst-heap.ts';
import { file, INBOX, mail, recipient, writeStore } from './sample-store.ts';
import { CountingSource } from './sources.ts';
import { propertyList, writeTnef } from './tnef-writer.ts';

/** Small, so that a mutation that leads to allocation is seen as one. */
const LIMITS = { ...DEFAULT_LIMITS, itemBytes: 4 * 2 ** 20, children: 10_000 };
const OPTIONS = { passwords: [], limits: LIMITS };
/** What all entries of one small file may come to together. */
const MOST_BYTES = 256 * 2 ** 20;

type Open = (source: CountingSource) => ContainerReader;
const openers = {
  pst: (source: CountingSource) => openPst(source, OPTIONS),
  msg: (source: CountingSource) => openMsg(source, OPTIONS),
  tnef: (source: CountingSource) => openTnef(source, OPTIONS),
};

const store = (layout: Layout) =>
  writeStore(layout, 'none', [
    {
      node: 0x200024,
      folder: INBOX,
      values: mail('one', 'x'.repeat(9000), [
        text(0x007d, 'Received: a\r\nFrom: b\r\n'),
        binary(0x1009, Buffer.from('{\\rtf1 x}')),
      ]),
      recipients: [recipient(1, 'Bob', 'bob@example.net')],
      attachments: [
        file('a', new Uint8Array(20_000)),
        { values: [], message: { node: 0, values: mail('in', 'in') } },
      ],
    },
    { node: 0x200044, folder: INBOX, values: mail('two', 'y') },
  ]);

const SEEDS: readonly (readonly [string, Uint8Array, Open, number])[] = [
  ['Unicode PST', store(UNICODE), openers.pst, 1500],
  ['ANSI PST', store(ANSI), openers.pst, 1500],
  ['PST with 4 KiB pages', store(UNICODE_4K), openers.pst, 500],
  [
    'MSG',
    writeMsg({
      values: mail('one', 'x'.repeat(3000)),
      recipients: [recipient(1, 'Bob', 'bob@example.net')],
      attachments: [file('a', new Uint8Array(5000)), { values: [], message: { values: mail('in', 'in') } }],
    }),
    openers.msg,
    1500,
  ],
  [
    'TNEF',
    writeTnef([
      { level: 1, id: 0x69003, data: propertyList(mail('one', 'body')) },
      { level: 2, id: 0x69002, data: new Uint8Array(14) },
      { level: 2, id: 0x6800f, data: Buffer.from('content') },
      { level: 2, id: 0x69005, data: propertyList([text(0x3707, 'a.txt')]) },
    ]),
    openers.tnef,
    3000,
  ],
];

for (const [name, seed, open, runs] of SEEDS) {
  test(`${runs} damaged copies of a ${name}: no exception, no endless loop, every entry accounted for`, async () => {
    const random = randomFrom(20170505);
    for (let run = 0; run < runs; run++)
      await readWhole(open(new CountingSource(mutate(seed, random))), `${name} ${run}`);
  });
}

test('damaged copies of the small files of the corpus', async (t) => {
  const root = '../shared/corpus/mail-containers/files';
  if (!existsSync(root)) return t.skip('corpus not present: ../shared/corpus');
  const random = randomFrom(7);
  for (const path of globSync(`${root}/**/*.{pst,ost,msg,oft,tnef,dat}`).sort()) {
    if (statSync(path).size > 300_000) continue;
    const bytes = readFileSync(path);
    const open = /\.(pst|ost)$/.test(path)
      ? openers.pst
      : /\.(msg|oft)$/.test(path)
        ? openers.msg
        : openers.tnef;
    for (let run = 0; run < 12; run++)
      await readWhole(open(new CountingSource(mutate(bytes, random))), `${path} ${run}`);
  }
});

test('any bytes are some RTF, some LZFu or a reason, some compound file or a reason', () => {
  const random = randomFrom(3);
  const rtf = Buffer.from(
    "{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0\\fcharset128 A;}}{\\*\\htmltag64 <p>}\\'82\\'a0\\u8364?\\bin5 abcde}",
  );
  const compressed = Buffer.from('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', 'hex');
  for (let run = 0; run < 3000; run++) {
    assert.equal(typeof readRtf(mutate(rtf, random)).text, 'string');
    try {
      assert.ok(decompressRtf(mutate(compressed, random), 10_000).bytes.length <= 10_000);
    } catch (error) {
      assert.match(String((error as { code?: string }).code), /^(malformed|too-large)$/);
    }
    assert.ok(openCfb(new CountingSource(mutate(compressed, random)), LIMITS).failure !== null);
  }
});

async function readWhole(reader: ContainerReader, what: string): Promise<void> {
  let count = 0;
  let bytes = 0;
  for await (const { index, outcome } of reader.entries(0)) {
    assert.equal(index, count++, what);
    if ('bytes' in outcome) bytes += outcome.bytes.length;
    if ('failure' in outcome)
      assert.notEqual(outcome.failure.code, 'crashed', `${what}: ${outcome.failure.detail}`);
  }
  assert.notEqual(reader.failure()?.code, 'crashed', what);
  assert.equal(count, reader.expected, what);
  assert.ok(bytes < MOST_BYTES, `${what} gave ${bytes} bytes`);
}

/** One to eight changes: a bit, a byte, a word made huge, a piece copied elsewhere, or a cut. */
function mutate(seed: Uint8Array, random: () => number): Uint8Array {
  const bytes = Buffer.from(seed);
  const anywhere = () => Math.floor(random() * bytes.length);
  for (let changes = 1 + Math.floor(random() * 8); changes > 0; changes--) {
    const kind = random();
    let at = anywhere();
    // Structures are where the bytes are not zero: most changes should hit one.
    for (let tries = 0; tries < 6 && bytes[at] === 0; tries++) at = anywhere();
    if (kind < 0.3) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (kind < 0.6) bytes[at] = Math.floor(random() * 256);
    else if (kind < 0.75) bytes.fill(0xff, at, Math.min(bytes.length, at + 4));
    else if (kind < 0.95) bytes.copyWithin(at, anywhere(), anywhere() + 64);
    else return bytes.subarray(0, at);
  }
  return bytes;
}

/** A fixed sequence of numbers in [0, 1): mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
