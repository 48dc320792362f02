import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reasonDocs, reasonList } from './reason-docs.ts';

for (const [file, made] of [
  ['docs/reasons.md', reasonDocs],
  ['src/model/known-reasons.ts', reasonList],
] as const)
  test(`${file} is what the catalogue says`, () => {
    const written = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    assert.ok(
      written === made(),
      'run: node scripts/generate-reason-docs.ts, and commit both files it writes',
    );
  });
