import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { AnswerSignal } from './answer-signal.ts';

/** Notifies without an answer until somebody was woken, then counts an answer and raises the signal. */
const LATE_NOTIFICATION = `
  const { workerData: { shared, answers } } = require('node:worker_threads');
  const cells = new Int32Array(shared);
  while (Atomics.notify(cells, 0) === 0);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  Atomics.store(new Int32Array(answers), 0, 1);
  Atomics.store(cells, 0, 1);
  Atomics.notify(cells, 0);
`;

test('the late notification of an earlier answer is not taken for the next answer', async () => {
  const shared = new SharedArrayBuffer(4);
  const answers = new SharedArrayBuffer(4);
  const signal = new AnswerSignal(shared);
  signal.lower();
  const other = new Worker(LATE_NOTIFICATION, { eval: true, workerData: { shared, answers } });
  signal.wait();
  assert.equal(Atomics.load(new Int32Array(answers), 0), 1);
  await other.terminate();
});

test('whoever waits is told each time that nothing came', async () => {
  const shared = new SharedArrayBuffer(4);
  const signal = new AnswerSignal(shared);
  signal.lower();
  let times = 0;
  signal.wait(1, () => {
    times++;
    if (times === 3) signal.raise();
  });
  assert.equal(times, 3);
});

test('a signal raised before anybody waits is not missed', () => {
  const signal = new AnswerSignal(new SharedArrayBuffer(4));
  signal.lower();
  signal.raise();
  signal.wait();
  signal.lower();
  signal.raise();
  signal.wait();
});
