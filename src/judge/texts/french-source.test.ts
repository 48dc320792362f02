import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const SOURCE = join(import.meta.dirname, '../..');

test('French texts set narrow spaces before ; ? ! and wide ones before : wherever they are written out', () => {
  const wrong: string[] = [];
  for (const path of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue;
    const lines = readFileSync(join(SOURCE, path), 'utf8').split('\n');
    for (const [at, line] of lines.entries())
      if (/\\u00a0[;?!]|\\u202f:|\u00a0[;?!]|\u202f:/u.test(line)) wrong.push(`${path}:${at + 1}`);
  }
  assert.deepEqual(wrong, []);
});
