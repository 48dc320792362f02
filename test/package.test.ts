/** What the published package holds: the program, and nothing that only tests or the makers of docs ask for. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { test } from 'node:test';

/** The command line, and the pages that are built into the package beside it. */
const STARTS = ['src/cli/main.ts', ...globSync('{ui/src,verify-page}/**/*.{ts,tsx}').filter(isNoTest)];
const { exclude } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8')) as { exclude: string[] };

test('every file of the package is asked for by the command line or by a page', () => {
  const shipped = globSync('src/**/*.ts').filter(
    (path) => !path.endsWith('.d.ts') && !exclude.some((pattern) => matchesGlob(path, pattern)),
  );
  const reached = reachedFrom(STARTS);
  assert.ok(reached.size > 1000, 'the walk along the imports found the program');
  assert.deepEqual(
    shipped.filter((path) => !reached.has(path)),
    [],
    'move it to a folder testing/, leave it out in tsconfig.build.json, or delete it',
  );
});

test('nothing that the package leaves out is asked for by what it holds', () => {
  const left = [...reachedFrom(STARTS)].filter((path) =>
    exclude.some((pattern) => matchesGlob(path, pattern)),
  );
  assert.deepEqual(left, []);
});

/** All files that imports lead to, statically, dynamically, or as the file of a worker (named with or without its ending). */
function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const known = new Set(globSync('{src,ui/src,verify-page}/**/*.{ts,tsx}'));
  const reached = new Set(starts);
  for (const path of reached)
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/['"`](\.{1,2}\/[\w./-]+)/gu))
      for (const candidate of [name, `${name}.ts`]) {
        const file = join(dirname(path), candidate);
        if (known.has(file)) reached.add(file);
      }
  return reached;
}

function isNoTest(path: string): boolean {
  return !path.includes('.test.');
}
