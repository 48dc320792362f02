import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { memorySource } from '../archive/window.ts';
import { detectBytes } from '../detect/index.ts';
import { openBabyl } from './babyl.ts';

const PRUNED =
  '1, answered,, work,\nReceived: by x\nFrom: a@x.example\nSubject: one\n\n*** EOOH ***\nFrom: a@x.example\n\nbody one\n';
const WHOLE = '0, unseen,,\n*** EOOH ***\nFrom: b@x.example\nSubject: two\n\nbody two\n';
const BOX = `BABYL OPTIONS: -*- rmail -*-\nVersion: 5\nLabels:work\n\x1f\x0c\n${PRUNED}\x1f\x0c\n${WHOLE}\x1f`;

async function entriesOf(text: string, from = 0) {
  const reader = openBabyl(memorySource(Buffer.from(text)), { passwords: [], limits: DEFAULT_LIMITS });
  const found: unknown[] = [];
  for await (const { index, outcome, facts } of reader.entries(from))
    found.push([
      index,
      outcome.type,
      'bytes' in outcome ? Buffer.from(outcome.bytes).toString() : '',
      facts.labels ?? '',
    ]);
  return found;
}

const ONE = [0, 'rebuilt', 'Received: by x\nFrom: a@x.example\nSubject: one\n\nbody one\n', 'answered work'];
const TWO = [1, 'rebuilt', 'From: b@x.example\nSubject: two\n\nbody two\n', 'unseen'];

test('a message has its first header, and the body', async () => {
  assert.deepEqual(await entriesOf(BOX), [ONE, TWO]);
  assert.deepEqual(await entriesOf(`${BOX}\n`), [ONE, TWO]);
  assert.deepEqual(await entriesOf(BOX, 1), [TWO]);
  assert.equal(detectBytes(Buffer.from(BOX), 'RMAIL').container, 'babyl');
});

test('a mailbox that ends early tells of its last message', async () => {
  const [, last] = (await entriesOf(BOX.slice(0, -4))) as string[][];
  assert.deepEqual(last?.slice(0, 2), [1, 'partial']);
  assert.deepEqual(await entriesOf('BABYL OPTIONS:\n'), []);
});
