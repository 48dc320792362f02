import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeClocks } from './place-clocks.ts';

const DAY = 86_400_000;

test('a longer gap takes more room, but a thousand years fit a page', () => {
  const { places, height } = placeClocks([0, 1000, 1000 + DAY, 1000 * 365 * DAY]);
  const [a = 0, b = 0, c = 0, d = 0] = places;
  assert.ok(b - a < c - b && c - b < d - c);
  assert.ok(height < 600);
});

test('clocks of one moment do not cover each other', () => {
  const [a = 0, b = 0] = placeClocks([5, 5]).places;
  assert.ok(b - a >= 40);
});
