import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

/** Runs `tamis export` where there is no case: what is wrong with the line itself is told before. */
async function exportTo(t: TestContext, ...words: readonly string[]): Promise<{ code: number; err: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'tamis-export-'));
  t.after(() => rmSync(cwd, { recursive: true }));
  const { host, err } = testHost({}, cwd);
  return { code: await runCommandLine(['export', ...words, '--lang', 'en'], host), err: err() };
}

test('a file’s ending tells its format', async (t) => {
  for (const name of ['found.mbox', 'found.CSV', 'found.jsonl', 'who.gexf'])
    assert.match((await exportTo(t, 'budget', '-o', name)).err, /\(no-case\)/u, name);
});

test('an ending that several formats have tells nothing', async (t) => {
  for (const name of ['found.json', 'found', 'found.eml']) {
    const { code, err } = await exportTo(t, 'budget', '-o', name);
    assert.equal(code, 2, name);
    assert.match(err, /--format is missing: jsonl, csv, mbox/u, name);
  }
  assert.match((await exportTo(t, 'budget', '-f', 'mbox')).err, /-o is missing/u);
});
