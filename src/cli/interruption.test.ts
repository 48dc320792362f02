import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { interruptionOf } from './interruption.ts';
import { runCommandLine } from './run-command-line.ts';
import { testHost } from './test-host.ts';

test('who never asks for the signal is ended by the system', () => {
  const source = new EventEmitter();
  interruptionOf(source, { graceMs: 60_000, leave: () => {} });
  assert.equal(source.listenerCount('SIGINT'), 0);
  assert.equal(source.listenerCount('SIGTERM'), 0);
});

test('who asks may end in good order, and is ended at the second time', () => {
  const source = new EventEmitter();
  const left: number[] = [];
  const signal = interruptionOf(source, { graceMs: 60_000, leave: (code) => left.push(code) });
  assert.equal(signal().aborted, false);
  assert.equal(signal(), signal());
  assert.equal(source.listenerCount('SIGINT'), 1);
  source.emit('SIGINT');
  assert.equal(signal().aborted, true);
  assert.deepEqual(left, []);
  source.emit('SIGTERM');
  assert.deepEqual(left, [143]);
});

test('a command that computes in one go does not ask for the signal before it ends', async () => {
  const { host, out } = testHost();
  const asked: string[] = [];
  const watched = {
    ...host,
    get signal() {
      asked.push(out());
      return host.signal;
    },
  };
  assert.equal(await runCommandLine(['silence', 'list', '--lang', 'en'], watched), 0);
  assert.deepEqual([...new Set(asked)], [out()], 'all was written before the signal was looked at');
});
