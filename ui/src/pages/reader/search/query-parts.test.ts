import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasPart, togglePart, withPart } from './query-parts.ts';

test('a part is added, found, and taken out again', () => {
  const query = togglePart('budget', 'verdict:altered');
  assert.equal(query, 'budget verdict:altered');
  assert.ok(hasPart(query, 'verdict:altered'));
  assert.ok(!hasPart(query, 'verdict:alter'));
  assert.equal(togglePart(query, 'verdict:altered'), 'budget');
});

test('a part takes the place of its opposite', () => {
  assert.equal(togglePart('kind:message', '-kind:message'), '-kind:message');
  assert.equal(togglePart('-kind:message budget', 'kind:message'), 'budget kind:message');
});

test('a query with OR is bracketed, since AND binds closer', () => {
  assert.equal(withPart('a OR b', 'kind:message'), '(a OR b) kind:message');
  assert.equal(withPart('(a OR b)', 'kind:message'), '(a OR b) kind:message');
  assert.equal(withPart('(a OR b) OR (c)', 'd'), '((a OR b) OR (c)) d');
});
