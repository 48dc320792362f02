import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { memorySource } from '../archive/window.ts';
import { detectBytes } from '../detect/index.ts';
import { openMbx } from './mbx.ts';

const message = (n: number) => `From: a@x.example\r\nSubject: number ${n}\r\n\r\nFrom here on words ${n}\r\n`;
const line = (n: number, flags: string) =>
  ` ${n}-May-2017 22:59:28 +0200,${message(n).length};00000000${flags}-0000000${n}\r\n`;
const HEADER = `*mbx*\r\n5907a1b000000002\r\n${'\r\n'.repeat(30)}`.padEnd(2048, '\0');
const BOX = HEADER + line(1, '0001') + message(1) + line(2, '8003') + message(2);

async function entriesOf(text: string, from = 0) {
  const reader = openMbx(memorySource(Buffer.from(text)), { passwords: [], limits: DEFAULT_LIMITS });
  const found: unknown[] = [];
  const facts: unknown[] = [];
  for await (const entry of reader.entries(from)) {
    const { index, outcome } = entry;
    found.push([index, outcome.type, 'bytes' in outcome ? Buffer.from(outcome.bytes).toString() : '']);
    facts.push(entry.facts);
  }
  return { found, facts, failure: reader.failure()?.code ?? null };
}

test('messages by their sizes, with flags, number and time of receipt', async () => {
  const { found, facts, failure } = await entriesOf(BOX);
  assert.deepEqual(found, [
    [0, 'bytes', message(1)],
    [1, 'bytes', message(2)],
  ]);
  assert.deepEqual(facts, [
    { uid: '1', flags: 'seen', received: '2017-05-01T20:59:28.000Z' },
    { uid: '2', flags: 'seen deleted expunged', received: '2017-05-02T20:59:28.000Z' },
  ]);
  assert.equal(failure, null);
  assert.deepEqual((await entriesOf(BOX, 1)).found, [[1, 'bytes', message(2)]]);
  assert.equal(detectBytes(Buffer.from(BOX), 'INBOX').container, 'mbx');
});

test('what ends early or is damaged is told, and what came before it kept', async () => {
  assert.deepEqual((await entriesOf(BOX.slice(0, -10))).found[1], [1, 'partial', message(2).slice(0, -10)]);
  const damaged = await entriesOf(BOX.replace(';000000008003', ';zzzzzzzz8003'));
  assert.deepEqual([damaged.found.length, damaged.failure], [1, 'malformed']);
});
