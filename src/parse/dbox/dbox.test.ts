import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { memorySource } from '../archive/window.ts';
import { detectBytes } from '../detect/index.ts';
import { openDbox } from './dbox.ts';

const message = (n: number) => `From: a@x.example\nSubject: number ${n}\n\nFrom here on words ${n}\n`;

function written(text: string, metadata: string): string {
  const size = text.length.toString(16).padStart(16, '0');
  return `\x01\x02N 00000000 ${size}\n${text}\n\x01\x03\n${metadata}\n`;
}

const BOX = `2 M1e C5907a1b0\n${written(message(1), 'R5907a1b0\nV5c\nGabc\n')}${written(message(2), 'R5907a1b1\nBArchives/été\n')}`;

async function entriesOf(text: string, from = 0) {
  const bytes = Buffer.from(text);
  const reader = openDbox(memorySource(bytes), { passwords: [], limits: DEFAULT_LIMITS });
  const found: string[] = [];
  const facts: unknown[] = [];
  for await (const { index, outcome, facts: own } of reader.entries(from)) {
    const content = 'bytes' in outcome ? Buffer.from(outcome.bytes).toString() : outcome.type;
    found.push(`${index} ${outcome.type} ${content}`);
    facts.push(own);
  }
  return { found, facts, failure: reader.failure()?.code ?? null };
}

test('messages by their sizes, with what is told behind them; known by content', async () => {
  const { found, facts, failure } = await entriesOf(BOX);
  assert.deepEqual(found, [`0 bytes ${message(1)}`, `1 bytes ${message(2)}`]);
  assert.deepEqual(facts, [
    { received: '2017-05-01T20:59:28.000Z' },
    { received: '2017-05-01T20:59:29.000Z', mailbox: 'Archives/été' },
  ]);
  assert.equal(failure, null);
  assert.deepEqual((await entriesOf(BOX, 1)).found, [`1 bytes ${message(2)}`]);
  assert.equal(detectBytes(Buffer.from(BOX), 'm.1').container, 'dbox');
});

test('what ends early or is damaged is told, and what came before it kept', async () => {
  const cut = await entriesOf(BOX.slice(0, 90));
  assert.deepEqual([cut.found.length, cut.failure], [1, null]);
  assert.match(cut.found[0] ?? '', /^0 partial From: a@x/);
  const damaged = await entriesOf(BOX.replace('\x01\x02N 00000000', '\x01\x05N 00000000'));
  assert.deepEqual([damaged.found.length, damaged.failure], [0, 'malformed']);
  assert.equal((await entriesOf('2 Mzz C1\n')).failure, 'malformed');
  const later = BOX.lastIndexOf('\x01\x02');
  const half = await entriesOf(`${BOX.slice(0, later)}garbage behind`);
  assert.deepEqual([half.found.length, half.failure], [1, 'malformed']);
});
