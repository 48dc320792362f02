/** Errors that a slip of the hand brings up are told in both languages (docs/decisions/0295). */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));

/** Where nearly every error is about what a person typed or pointed at. */
const FOLDERS = [
  'cli',
  'dossier',
  'evidence-package',
  'mcp',
  'publish',
  'show',
  'silence',
  'attribution',
  'bait',
  'decoys',
  'spread/coordination',
  'spread/import',
];

/** `new TamisError('code', 'text'` or a template: the second argument is no text in two languages. */
const ONE_LANGUAGE = /new TamisError\(\s*'[\w-]+',\s*['"`]/gu;

test('no error of the command line and of what it tells about is in English alone', () => {
  const files = globSync(`{${FOLDERS.join(',')}}/**/*.ts`, { cwd: SOURCES }).filter(
    (file) => !/\.test\.ts$|\/testing\//u.test(file),
  );
  assert.ok(files.length > 200);
  for (const file of files) {
    const count = readFileSync(`${SOURCES}/${file}`, 'utf8').match(ONE_LANGUAGE)?.length ?? 0;
    assert.equal(count, 0, `${file}: ${count} in one language`);
  }
});
