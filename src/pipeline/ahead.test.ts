import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyRing } from '../examine/keys/key-ring.ts';
import { DEFAULT_LIMITS } from '../model/index.ts';
import { Ahead, type ReadEarly } from './ahead.ts';
import type { TaskState } from './task.ts';

const state: TaskState = { role: 'leak', task: { kind: 'files', files: [] }, next: 0, poison: [] };

function aheadOf(count: number, read: ReadEarly, changes: Partial<TaskState> = {}): Ahead {
  const pulse = { beginItem: () => {}, alive: () => {}, waited: () => {} };
  const context = { limits: DEFAULT_LIMITS, ring: new KeyRing(), now: 0, pulse };
  return new Ahead({ ...context, state: { ...state, ...changes } }, count, read);
}

const mail = (cursor: number) => ({
  bytes: Buffer.from(`From: a@example.org\r\nSubject: number ${cursor}\r\n\r\ntext\r\n`),
  isMessage: true,
});

test('items are read some at a time, each once, and messages among them examined', () => {
  const asked: number[] = [];
  const ahead = aheadOf(40, (cursor) => {
    asked.push(cursor);
    return { ...mail(cursor), isMessage: cursor % 2 === 0 };
  });
  for (let cursor = 0; cursor < 40; cursor++) {
    const early = ahead.at(cursor) ?? assert.fail();
    assert.deepEqual(early.bytes, mail(cursor).bytes);
    const subject = cursor % 2 === 0 ? `number ${cursor}` : undefined;
    assert.equal(early.examined?.summary.subject, subject);
    assert.ok(asked.length > cursor && asked.length <= cursor + 16);
  }
  assert.deepEqual(asked, [...asked.keys()]);
  assert.equal(asked.length, 40);
});

test('what was begun before goes on where it was', () => {
  const asked: number[] = [];
  const read = (cursor: number) => {
    asked.push(cursor);
    return mail(cursor);
  };
  assert.equal(aheadOf(20, read, { next: 18 }).at(18)?.examined?.summary.subject, 'number 18');
  assert.deepEqual(asked, [18, 19]);
});

test('an item that ended its worker, and one that cannot be read, wait for their turn', () => {
  const poison = [{ at: 1, code: 'timeout', level: 1 }] as const;
  const read = (cursor: number) => {
    assert.notEqual(cursor, 1, 'not even its bytes are looked at');
    if (cursor === 2) throw new Error('gone');
    return cursor === 3 ? null : mail(cursor);
  };
  const ahead = aheadOf(5, read, { poison });
  const seen = [0, 1, 2, 3, 4].map((cursor) => ahead.at(cursor) !== null);
  assert.deepEqual(seen, [true, false, false, false, true]);
});

test('nothing is looked at before its turn where each item is committed by itself', () => {
  const ahead = aheadOf(3, () => assert.fail('read'), { careful: true });
  assert.equal(ahead.at(0), null);
});
