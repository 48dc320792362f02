import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { REGISTRY } from './registry.ts';
import { SUMMARIES } from './summaries.ts';

/** Loaded before the program: writes the addresses of all files that Node is asked for to standard error. */
const TELL_LOADED = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; import { writeSync } from 'node:fs';" +
    "registerHooks({ load(url, context, next) { writeSync(2, url + '\\n'); return next(url, context); } });",
)}`;

test('what tells of all commands loads none of them, since that would be most of the program', () => {
  for (const words of [['--version'], ['--help'], ['help', 'keys'], ['serach']]) {
    const { stderr } = tamis(words);
    assert.match(stderr, /\/src\/cli\/registry\.ts\n/u, words.join(' '));
    assert.doesNotMatch(stderr, /\/src\/cli\/commands\//u, words.join(' '));
  }
});

test('the help of all commands has a line with the summary of each', () => {
  const { stdout } = tamis(['--help']);
  const oneLine = stdout.replaceAll(/\s+/gu, ' ');
  for (const { path } of REGISTRY) assert.ok(oneLine.includes(`${path} ${SUMMARIES[path]?.en}`), path);
});

function tamis(words: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  return spawnSync(process.execPath, ['--import', TELL_LOADED, main, ...words], { encoding: 'utf8' });
}
