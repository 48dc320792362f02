import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { topicDocs } from './topic-docs.ts';

test('docs/topics.md tells the rules as they are', () => {
  const page = readFileSync(new URL('../../../docs/topics.md', import.meta.url), 'utf8');
  assert.ok(page.includes(topicDocs()), 'run: node scripts/generate-topic-docs.ts');
});
