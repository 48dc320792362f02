import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cliDocs } from './cli-docs.ts';
import { loadAll } from './registry.ts';

test('docs/cli.md is what the declarations say', async () => {
  const written = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  assert.equal(written, cliDocs(await loadAll()), 'run: node scripts/generate-cli-docs.ts');
});
