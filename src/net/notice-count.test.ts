import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { NoticeCount } from './notice-count.ts';

const LONG_MS = 60_000;
const never = new AbortController().signal;

it('ends a wait at once where a notice came since it was looked', async () => {
  const notices = new NoticeCount(new SharedArrayBuffer(4));
  const { seen } = notices;
  notices.add();
  notices.wait(seen, LONG_MS);
  await notices.soon(seen, LONG_MS, never);
  assert.equal(notices.seen, seen + 1);
});

it('is woken by another thread, blocked or not', async () => {
  const shared = new SharedArrayBuffer(4);
  const notices = new NoticeCount(shared);
  const told = `const { workerData } = require('node:worker_threads');
    const cells = new Int32Array(workerData);
    setTimeout(() => { Atomics.add(cells, 0, 1); Atomics.notify(cells, 0); }, 50);`;
  new Worker(told, { eval: true, workerData: shared });
  notices.wait(0, LONG_MS);
  assert.equal(notices.seen, 1);
  const waiting = notices.soon(1, LONG_MS, never);
  notices.add();
  await waiting;
});

it('ends with its time, and with the signal', async () => {
  const notices = new NoticeCount(new SharedArrayBuffer(4));
  notices.wait(0, 20);
  await notices.soon(0, 20, never);
  const controller = new AbortController();
  const waiting = notices.soon(0, LONG_MS, controller.signal);
  controller.abort();
  await waiting;
  await notices.soon(0, LONG_MS, controller.signal);
});
