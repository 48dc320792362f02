import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-search-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function found(...words: readonly string[]): Promise<readonly string[]> {
  const { host, out } = testHost({}, folder);
  assert.equal(await runCommandLine(['search', ...words, '--json'], host), 0);
  return out()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).path);
}

test('the leak is searched, unless the query or --role says otherwise', async () => {
  for (const name of ['a.eml', 'b.eml'])
    writeFileSync(join(folder, name), `From: a@b.example\nSubject: ${name}\n\nhello\n`);
  const { host } = testHost({}, folder);
  assert.equal(await runCommandLine(['sift', 'a.eml', '--reference', 'b.eml', '--case', 'x.tamis'], host), 0);
  assert.deepEqual(await found(), ['a.eml']);
  assert.deepEqual(await found('hello'), ['a.eml']);
  assert.deepEqual(await found('role:reference'), ['b.eml']);
  assert.deepEqual(await found('hello -role:leak'), ['b.eml']);
  assert.deepEqual(await found('hello', '--role', 'all'), ['a.eml', 'b.eml']);
  assert.deepEqual(await found('role:reference', '--role', 'leak'), []);
});
