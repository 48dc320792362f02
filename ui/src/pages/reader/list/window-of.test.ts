import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameOr, windowOf } from './window-of.ts';

const seen = { top: 0, height: 580, row: 58 };

test('rows in view are drawn, and some beyond it, never more than there are', () => {
  assert.deepEqual(windowOf(seen, 1_000), { first: 0, last: 18 });
  assert.deepEqual(windowOf({ ...seen, top: 5_800 }, 1_000), { first: 92, last: 118 });
  assert.deepEqual(windowOf(seen, 5), { first: 0, last: 5 });
  // A shorter list, before the browser has told that it is not scrolled so far any more.
  assert.deepEqual(windowOf({ ...seen, top: 58_000 }, 20), { first: 12, last: 20 });
  assert.deepEqual(windowOf(seen, 0), { first: 0, last: 0 });
});

test('scrolling within a row draws nothing again', () => {
  assert.equal(sameOr(seen, { ...seen }, 1_000), seen);
  const next = { ...seen, top: 580 };
  assert.equal(sameOr(seen, next, 1_000), next);
  const higher = { ...seen, row: 64 };
  assert.equal(sameOr(seen, higher, 1_000), higher);
});
