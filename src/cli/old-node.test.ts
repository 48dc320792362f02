import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { oldNode } from './old-node.ts';

test('a Node.js that is too old is told, in the language of the place, and one that will do is not', () => {
  assert.match(oldNode('20.20.2', {}) ?? '', /needs Node\.js 24 or later, and this is 20\.20\.2/u);
  assert.match(oldNode('22.18.0', { LANG: 'fr_FR.UTF-8' }) ?? '', /demande Node\.js 24/u);
  assert.equal(oldNode('24.0.0', {}), null);
  assert.equal(oldNode('26.1.0', {}), null);
});

test('package.json asks for the same', () => {
  const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  assert.equal(engines.node, '>=24');
});
