import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean } from './did-you-mean.ts';

test('slips and beginnings are put right, another word is not', () => {
  const commands = ['search', 'show', 'similar', 'completion'];
  assert.equal(didYouMean('serach', commands), 'search');
  assert.equal(didYouMean('compl', commands), 'completion');
  assert.equal(didYouMean('xyz', commands), null);
  const elections = ['US-presidential-2024', 'FR-presidential-2017-round-2'];
  assert.equal(didYouMean('fr-presidentielle-2017', elections), null);
  assert.equal(didYouMean('fr-presidential', elections), 'FR-presidential-2017-round-2');
});
