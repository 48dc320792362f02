import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanText } from './span-text.ts';

test('a length of time is told in the units that a person would take', () => {
  const told = [27, 218, 179.7, 240, 18_000, 1_036_800, 325_000_000].map((size) => spanText(size, 'en'));
  assert.deepEqual(
    told.map((text) => text.replaceAll('\u00a0', ' ')),
    ['27 s', '3 min 38 s', '3 min', '4 min', '5 h', '12 days', '10.3 years'],
  );
  assert.equal(spanText(-325_000_000, 'fr'), '10,3\u00a0ans');
});
