import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS, type Limits } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { memorySource } from '../archive/window.ts';
import { detectBytes } from '../detect/index.ts';
import { openDbx } from './dbx.ts';
import { writeDbx } from './testing/write-dbx.ts';

const MESSAGES = Array.from(
  { length: 12 },
  (_, n) => `From: a${n}@x.example\r\nSubject: s${n}\r\n\r\n${'words '.repeat(n * 40)}\r\n`,
);

async function entriesOf(bytes: Uint8Array, from = 0, limits: Partial<Limits> = {}) {
  const options = { passwords: [], limits: { ...DEFAULT_LIMITS, ...limits } };
  const reader = openDbx(memorySource(bytes), options);
  const found: { index: number; type: string; text: string; facts: unknown }[] = [];
  for await (const { index, outcome, facts } of reader.entries(from)) {
    const text = 'bytes' in outcome ? Buffer.from(outcome.bytes).toString() : '';
    found.push({ index, type: outcome.type, text, facts });
  }
  return { found, failure: reader.failure() };
}

test('messages come in the order of the index, put together from their blocks', async () => {
  const bytes = writeDbx(MESSAGES);
  const { found, failure } = await entriesOf(bytes);
  assert.deepEqual(
    found.map(({ text }) => text),
    MESSAGES,
  );
  assert.deepEqual(found[0]?.facts, { received: '2020-01-01T00:00:00.0000000Z', account: 'Work' });
  assert.equal(failure, null);
  const later = await entriesOf(bytes, 10);
  assert.deepEqual(
    later.found.map(({ index, text }) => [index, text]),
    [
      [10, MESSAGES[10]],
      [11, MESSAGES[11]],
    ],
  );
});

test('a mailbox and the list of folders are told apart', () => {
  const bytes = Buffer.from(writeDbx(MESSAGES));
  assert.equal(detectBytes(bytes, 'Inbox.dbx').container, 'dbx');
  bytes[4] = 0xc6;
  const folders = detectBytes(bytes, 'Folders.dbx');
  assert.deepEqual([folders.kind, folders.container], ['other', null]);
});

test('of a cut mailbox what is whole is given, and the rest told', async () => {
  const bytes = writeDbx(MESSAGES);
  assert.equal((await entriesOf(bytes.subarray(0, 500))).failure?.code, 'truncated');
  // The index lies behind the messages: without it none is found, and that is said.
  const { found, failure } = await entriesOf(bytes.subarray(0, bytes.length - 1000));
  assert.equal(failure?.code, 'malformed');
  assert.ok(found.length < MESSAGES.length);
});

test('a broken chain gives the message up to the break', async () => {
  const bytes = Buffer.from(writeDbx(MESSAGES));
  const middle = bytes.indexOf('words ', bytes.indexOf('Subject: s11') + 600);
  bytes.fill(0xff, middle - (middle % 4), middle - (middle % 4) + 700);
  const { found } = await entriesOf(bytes);
  assert.equal(found[11]?.type, 'partial');
  assert.ok(found[11]?.text.startsWith('From: a11@x.example'));
});

test('chains and nodes that lead to each other end, and shared bytes are a bomb', async () => {
  const bytes = Buffer.from(writeDbx(['one', 'two']));
  const first = bytes.readUInt32LE(0xe4);
  // The child of the root is the root itself.
  bytes.writeUInt32LE(first, first + 8);
  assert.equal((await entriesOf(bytes)).failure?.code, 'malformed');
  const loop = Buffer.from(writeDbx(['abc']));
  loop.writeUInt32LE(0x24bc, 0x24bc + 12);
  assert.deepEqual((await entriesOf(loop)).found[0]?.text, 'abc');
  assert.deepEqual((await entriesOf(loop)).found[0]?.type, 'partial');
  const empty = Buffer.from(writeDbx(['']));
  empty.writeUInt32LE(0x24bc, 0x24bc + 12);
  assert.equal((await entriesOf(empty)).found[0]?.type, 'failed');
});

test('messages that share their bytes are not expanded beyond the file', async () => {
  const bytes = Buffer.from(
    writeDbx(Array.from({ length: 40 }, (_, n) => (n === 0 ? 'x'.repeat(20_000) : 'y'))),
  );
  const first = bytes.indexOf(Buffer.from([0x84, 0xbc, 0x24, 0]));
  for (let at = bytes.indexOf(0x84, first + 1); at >= 0; at = bytes.indexOf(0x84, at + 1))
    if (at % 4 === 0) bytes.writeUInt32LE(0x24bc_84, at);
  const { found } = await entriesOf(bytes);
  const given = found.reduce((sum, { text }) => sum + text.length, 0);
  assert.ok(given <= bytes.length, String(given));
  assert.ok(found.some(({ type }) => type === 'failed'));
});

test('mutated input never throws', async () => {
  const random = randomNumbers(29);
  const whole = Buffer.from(writeDbx(MESSAGES));
  for (let round = 0; round < 400; round++) {
    const bytes = Buffer.from(whole);
    for (let i = 0; i < 30; i++)
      bytes[random(2) === 0 ? random(bytes.length) : 0xc0 + random(64)] = random(256);
    await entriesOf(bytes.subarray(0, random(bytes.length + 1)));
  }
});
