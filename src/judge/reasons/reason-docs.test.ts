import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reasonDocs } from './reason-docs.ts';

test('docs/reasons.md is what the catalogue says', () => {
  const written = readFileSync(new URL('../../../docs/reasons.md', import.meta.url), 'utf8');
  assert.equal(written, reasonDocs(), 'run: node scripts/generate-reason-docs.ts');
});
