import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommandLine } from '../cli/run-command-line.ts';
import { testHost } from '../cli/test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-as-sifted-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const MESSAGE = 'From: a@b.example\nSubject: one\n\nhello\n';
const PLIST = '<?xml version="1.0"?><plist version="1.0"><dict/></plist>';

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

test('bytes that were written to after the sift are never given under the verdict of the old ones', async () => {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const files = {
    'a.eml': MESSAGE,
    'b.emlx': `${MESSAGE.length}\n${MESSAGE}${PLIST}`,
    'c.mbox': `From a@b.example Thu May  4 10:00:00 2017\n${MESSAGE}\n`,
    'd.eml': Buffer.from(`\ufeff${MESSAGE}`, 'utf16le'),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dump, name), content);
  assert.equal((await run('sift', 'dump', '--case', 'x.tamis')).code, 0);
  const paths = ['dump/a.eml', 'dump/b.emlx', 'dump/c.mbox/#1'];
  for (const path of [...paths, 'dump/d.eml']) assert.match((await run('show', path, '--raw')).out, /hello/u);
  assert.match((await run('export', '--format', 'eml', '-o', 'whole')).out, /^4 items/u);

  for (const [name, content] of Object.entries(files))
    if (typeof content === 'string') writeFileSync(join(dump, name), content.replace('hello', 'hullo'));
  for (const path of paths) {
    const { code, out, err } = await run('show', path, '--raw');
    assert.deepEqual([code, out], [1, ''], path);
    assert.match(err, /or are others now.*no-bytes/u);
  }
  // What was rebuilt lies in the case itself.
  const { out } = await run('export', '--format', 'eml', '-o', 'changed', '--json');
  const { exported, without } = JSON.parse(out);
  assert.deepEqual([exported, without.length], [1, 4]);
  const shown = await run('show', 'dump/a.eml', '--json');
  assert.deepEqual(JSON.parse(shown.out).headers, []);
  assert.match(shown.err, /headers, parts and clocks are left out/u);
});
