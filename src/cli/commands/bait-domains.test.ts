import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

async function run(cwd: string, ...words: readonly string[]) {
  const { host, out, err } = testHost({}, cwd);
  const code = await runCommandLine(['bait', 'domains', ...words], host);
  return { code, out: out(), err: err() };
}

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'tamis-bait-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a list is ranked, with what to do next in both languages', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'list'), 'gmail.com\nen-marche.co\nmail-en-marche.fr\n');
  const en = await run(cwd, 'en-marche.fr', '--list', 'list');
  assert.equal(en.code, 0, en.err);
  assert.match(en.out, /^90 {2}mail-en-marche\.fr[^\n]*\n65 {2}en-marche\.co/u);
  assert.match(en.out, /2 look-alikes among 3 names[\s\S]*What to do next/u);
  const fr = await run(cwd, 'en-marche.fr', '--list', 'list', '--lang', 'fr');
  assert.match(fr.out, /Que faire maintenant[\s\S]*AFNIC/u);
});

test('only what is new since the state is shown, and the state is whole', async (t) => {
  const cwd = folder(t);
  const words = ['en-marche.fr', '--list', 'list', '--new-since', 'seen.json', '--json'];
  writeFileSync(join(cwd, 'list'), 'en-marche.co\n');
  const first = await run(cwd, ...words);
  assert.equal(JSON.parse(first.out).hits.length, 1);
  writeFileSync(join(cwd, 'list'), 'en-marche.co\nen-marche.eu\n');
  const second = await run(cwd, ...words);
  assert.deepEqual(
    JSON.parse(second.out).hits.map((hit: { name: string }) => hit.name),
    ['en-marche.eu'],
  );
  const third = await run(cwd, ...words);
  assert.deepEqual(JSON.parse(third.out).hits, []);
  assert.deepEqual(readdirSync(cwd).sort(), ['list', 'seen.json']);
});

test('a file that is no state is refused and left as it is; so is a list that cannot be read', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'notes.txt'), 'keep me');
  const state = await run(cwd, 'en-marche.fr', '--new-since', 'notes.txt');
  assert.notEqual(state.code, 0);
  assert.match(state.err, /no state/u);
  assert.equal(readFileSync(join(cwd, 'notes.txt'), 'utf8'), 'keep me');
  // Names in JSON of another program, or of a later form of this one.
  const other = JSON.stringify({ format: 'tamis-bait-domains-2', names: ['en-marche.co'] });
  writeFileSync(join(cwd, 'other.json'), other);
  assert.match((await run(cwd, 'en-marche.fr', '--new-since', 'other.json')).err, /no state/u);
  assert.equal(readFileSync(join(cwd, 'other.json'), 'utf8'), other);
  for (const list of ['absent', '.'])
    assert.match((await run(cwd, 'en-marche.fr', '--list', list)).err, /cannot be read/u);
});

test('permutations take services of one’s own', async (t) => {
  const { out } = await run(folder(t), 'en-marche.fr', '--services', 'phototheque', '--json');
  const { count, names } = JSON.parse(out);
  assert.equal(count, names.length);
  assert.ok(names.some((each: { domain: string }) => each.domain === 'phototheque-en-marche.fr'));
});
