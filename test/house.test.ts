/** What CONTRIBUTING asks of the code that no linter looks at, for the stages from the model to the verdicts. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const STAGES = 'src/{model,source,parse,examine,judge,rehearse}/**/*.ts';
const EVERYTHING = '{src,scripts,test,bench,ui/src,verify-page}/**/*.{ts,tsx}';
const EXPORT =
  /^export (?:async )?(?<kind>function\*?|interface|type|class|const) (?<name>[A-Za-z_$][\w$]*)/gmu;

/** Of the stages, without their tests and what tests use. */
const SOURCES = globSync(STAGES).filter((path) => !isOfTests(path));

test('every function, class and type that a stage exports says what it is', () => {
  const silent: string[] = [];
  for (const { path, source, kind, name, at } of exportsOf(SOURCES)) {
    if (kind === 'const') continue;
    if (!/(?:\*\/|(?:^|\n)\/\/[^\n]*)\n$/u.test(source.slice(0, at))) silent.push(`${path}: ${name}`);
  }
  assert.deepEqual(silent, []);
});

test('every function, class and constant that a stage exports is asked for by another file', () => {
  const files = new Map<string, Set<string>>();
  for (const path of globSync(EVERYTHING))
    for (const word of new Set(readFileSync(path, 'utf8').match(/[A-Za-z_$][\w$]*/gu)))
      files.set(word, (files.get(word) ?? new Set()).add(path));
  const unasked: string[] = [];
  for (const { path, kind, name } of exportsOf(SOURCES)) {
    // Types that stand in a signature have to be exported, whether somebody names them or not.
    if (kind === 'type' || kind === 'interface') continue;
    const users = [...(files.get(name) ?? [])].filter((user) => user !== path);
    if (users.length === 0) unasked.push(`${path}: ${name}`);
  }
  assert.deepEqual(unasked, []);
});

interface Exported {
  readonly path: string;
  readonly source: string;
  readonly kind: string;
  readonly name: string;
  /** Where the declaration begins. */
  readonly at: number;
}

function* exportsOf(paths: readonly string[]): Generator<Exported> {
  for (const path of paths) {
    const source = readFileSync(path, 'utf8');
    for (const match of source.matchAll(EXPORT)) {
      const { kind = '', name = '' } = match.groups ?? {};
      yield { path, source, kind, name, at: match.index };
    }
  }
}

function isOfTests(path: string): boolean {
  return path.endsWith('.test.ts') || path.includes('/testing/');
}
