import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('docs/mime.md explains every defect code, and no other', () => {
  const folder = new URL('.', import.meta.url);
  const used = new Set<string>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(new URL(name, folder), 'utf8');
    for (const match of source.matchAll(/code: '([a-z0-9-]+)'/g)) used.add(match[1] ?? '');
  }
  const page = readFileSync(new URL('../../../docs/mime.md', import.meta.url), 'utf8');
  const rows = page.match(/^\| `.*?\|/gm) ?? [];
  const explained = new Set(
    rows.flatMap((row) => [...row.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1])),
  );
  assert.deepEqual([...explained].sort(), [...used].sort());
});
