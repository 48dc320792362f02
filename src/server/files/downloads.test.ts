import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Downloads } from './downloads.ts';

const session = (mark: string) => ({ mark, author: null });

test('a ticket works once, for the session it was given to, though each request of an account is an object of its own', () => {
  let [clock, drawn] = [0, 0];
  const downloads = new Downloads(
    () => new Date(clock),
    (bytes) => new Uint8Array(bytes).fill(++drawn),
  );
  const ticket = downloads.give('item', session('a'));
  assert.equal(downloads.take(ticket, session('a')), 'item');
  assert.throws(() => downloads.take(ticket, session('a')), { code: 'ticket-used' });
  const stolen = downloads.give('item', session('a'));
  assert.throws(() => downloads.take(stolen, session('b')), { code: 'ticket-used' });
  const late = downloads.give('item', session('a'));
  clock = 61_000;
  assert.throws(() => downloads.take(late, session('a')), { code: 'ticket-used' });
});
