import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cliDocs } from './cli-docs.ts';
import { loadAll } from './registry.ts';
import { summariesFile } from './summaries-file.ts';

for (const [file, made] of [
  ['docs/cli.md', cliDocs],
  ['src/cli/summaries.ts', summariesFile],
] as const)
  test(`${file} is what the declarations say`, async () => {
    const written = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    assert.equal(
      written,
      made(await loadAll()),
      'run: node scripts/generate-cli-docs.ts, and commit both files it writes',
    );
  });
