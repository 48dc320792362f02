/** docs/json.md names every command and every schema, and the small outputs that no other test looks at fit theirs. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { REGISTRY } from './registry.ts';
import { runCommandLine } from './run-command-line.ts';
import { testHost } from './test-host.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCHEMAS = join(ROOT, 'docs/schema');
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
for (const name of readdirSync(SCHEMAS)) ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')));

const page = readFileSync(join(ROOT, 'docs/json.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

const folder = mkdtempSync(join(tmpdir(), 'tamis-json-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The lines a command writes with --json, each held to its schema. */
async function held(
  schema: string,
  ...words: readonly string[]
): Promise<readonly Record<string, unknown>[]> {
  const { host, out, err } = testHost({}, folder);
  await runCommandLine([...words, '--json'], host);
  const lines = out()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  assert.ok(lines.length > 0, err());
  for (const line of lines)
    assert.ok(ajv.validate(`${schema}.json`, line), `${words.join(' ')}: ${ajv.errorsText(ajv.errors)}`);
  return lines;
}

test('docs/json.md has a row for every command', () => {
  const named = new Set(
    rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z -]+)/gu)].map((match) => match[1])),
  );
  for (const { path } of REGISTRY) assert.ok(named.has(path), path);
});

test('docs/json.md names every schema, and every schema it names is there', () => {
  const named = new Set([...page.matchAll(/`([\w-]+\.json)`/gu)].map((match) => match[1]));
  const there = readdirSync(SCHEMAS);
  assert.deepEqual([...named].toSorted(), there.toSorted());
  for (const name of there) assert.equal(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')).$id, name);
});

test('small outputs fit their schemas', async () => {
  writeFileSync(join(folder, 'a.eml'), 'From: a@b.example\r\nSubject: x\r\n\r\nhello\r\n');
  await held('sift', 'sift', 'a.eml', '--case', 'a.tamis');
  const [status] = await held('status', 'status');
  assert.equal(status?.concluded, true);
  await held('silence-election', 'silence', 'list');
  await held('silence-rule', 'silence', 'list', 'rules');
  await held('silence-territory', 'silence', 'list', 'territories');
  await held('attribution', 'attribution', 'example');
  const [made] = await held('attribution-new', 'attribution', 'new', '-o', 'matrix.json');
  assert.equal(made?.hypotheses, 5);
  for (const shell of ['bash', 'zsh', 'fish']) await held('completion', 'completion', shell);
  await held('error', 'worker');
});
