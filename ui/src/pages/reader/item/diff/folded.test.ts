import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded } from './folded.ts';

const LONG = 'word '.repeat(400);

test('what is the same is folded to what stands beside a difference, at the edge of a word', () => {
  const middle = folded(LONG, { first: false, last: false });
  assert.ok(middle.before.startsWith('word ') && middle.after.startsWith('word '));
  assert.equal(middle.before.length + middle.left + middle.after.length, LONG.length);
  const first = folded(LONG, { first: true, last: false });
  assert.equal(first.before, '');
  assert.ok(first.after.length < 200);
  const last = folded(LONG, { first: false, last: true });
  assert.equal(last.after, '');
});

test('a short stretch stands whole, and a word without end does not run away', () => {
  assert.deepEqual(folded('a few words', { first: false, last: false }), {
    ...{ before: 'a few words', left: 0, after: '' },
  });
  const endless = folded('x'.repeat(10_000), { first: false, last: false });
  assert.equal(endless.before.length + endless.left + endless.after.length, 10_000);
});
