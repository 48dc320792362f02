import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS, type Locator } from '../model/index.ts';
import { Carriers } from './carriers.ts';

const MESSAGE = Buffer.from(
  'Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\nbegin 644 two.txt\n#0V%T\n`\nend\n--b--\n',
);

function place(start: number): Locator {
  return { type: 'file', path: '/dump/box', start, end: start + MESSAGE.length };
}

test('a message is read once for all that it carries', () => {
  const carriers = new Carriers(DEFAULT_LIMITS);
  let reads = 0;
  const read = () => {
    reads++;
    return MESSAGE;
  };
  const ids = ['1', '2', '2.u1', '7', ''];
  const found = ids.map((id) => carriers.get(place(0), read)?.partOf(id)?.id ?? null);
  assert.deepEqual(found, ['1', '2', '2.u1', null, '']);
  assert.equal(reads, 1);
});

test('levels of message in message are kept side by side, and no more than those', () => {
  const carriers = new Carriers(DEFAULT_LIMITS);
  const reads: number[] = [];
  const ask = (at: number) =>
    carriers.get(place(at), () => {
      reads.push(at);
      return MESSAGE;
    });
  // One outermost message that stays in use, and more inner ones than are kept.
  for (let inner = 1; inner <= 20; inner++) {
    ask(0);
    ask(inner);
  }
  ask(1);
  assert.deepEqual(reads, [0, ...Array.from({ length: 20 }, (_, at) => at + 1), 1]);
});

test('a message whose bytes are gone is asked for again', () => {
  const carriers = new Carriers(DEFAULT_LIMITS);
  assert.equal(
    carriers.get(place(0), () => null),
    null,
  );
  assert.notEqual(
    carriers.get(place(0), () => MESSAGE),
    null,
  );
});
