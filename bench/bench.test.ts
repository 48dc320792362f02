import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeDump } from './input/dump.ts';
import { median } from './measure/turns.ts';
import { readOptions } from './options.ts';
import { withSections } from './report/markdown.ts';
import { TOPIC_NAMES } from './topics/index.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

function temporary(t: { after(fn: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-bench-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the suite runs to its end at the tiny size and tells every topic', (t) => {
  const data = temporary(t);
  const page = join(data, 'page.md');
  const args = ['--size', 'tiny', '--rounds', '1', '--data', data, '--page', page];
  const run = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  const text = readFileSync(page, 'utf8');
  assert.equal(text.match(/^## /gm)?.length, TOPIC_NAMES.length);
  assert.match(text, /^Written by `npm run bench -- --size tiny --rounds 1` on \d{4}-\d\d-\d\d: \d+ cores/m);
  assert.match(text, /40 made-up messages[\s\S]* 0 unread/);
  assert.ok(!text.includes('NaN') && !text.includes('undefined'), text);
  assert.ok(!text.includes(data), 'the page names a path of this machine');
});

test('the same seed makes the same dump, another seed another', (t) => {
  const of = (seed: number) => hashOf(makeDump(temporary(t), 10, seed).folder);
  assert.equal(of(1), of(1));
  assert.notEqual(of(1), of(2));
});

test('every signature of the made mail verifies, in each form of mailbox', (t) => {
  const data = temporary(t);
  const dump = makeDump(data, 60, 3);
  const tamis = (...args: string[]) => {
    const main = join(import.meta.dirname, '../src/cli/main.ts');
    const run = spawnSync(process.execPath, [main, ...args, '--case', join(data, 'case'), '--json'], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout.trim().split('\n').filter(Boolean);
  };
  const total = JSON.parse(tamis('sift', dump.folder, '--keys', dump.keys).at(-1) ?? '');
  assert.equal(total.items.message, 60);
  assert.equal(total.failures, 0);
  assert.equal(total.verdicts.altered, 0);
  const authentic = tamis('search', 'kind:message verdict:authentic').map(
    (line) => JSON.parse(line).path as string,
  );
  for (const part of ['director.mbox', 'treasurer.mbox', 'speechwriter', 'press']) {
    const signed = textOf(join(dump.folder, part)).match(/^DKIM-Signature:/gm)?.length ?? 0;
    assert.ok(signed > 0, `nothing is signed in ${part}`);
    assert.equal(authentic.filter((path) => path.includes(`/${part}/`)).length, signed, part);
  }
  assert.ok(authentic.some((path) => path.includes('.zip/')));
});

test('flags are read, and wrong ones refused', () => {
  assert.deepEqual(readOptions(['--only', 'dkim,mime']).names, ['dkim', 'mime']);
  assert.equal(readOptions(['--only', 'dkim']).page, null);
  assert.equal(readOptions(['--size', '71848']).sizes.dump, 71_848);
  assert.equal(readOptions(['--size', '500', '--data', '/tmp/x']).command, 'npm run bench -- --size 500');
  assert.throws(() => readOptions(['--only', 'pace']), /--only knows/);
  assert.throws(() => readOptions(['--size', 'huge']), /whole number/);
});

test('a part of the suite replaces its own sections of a page, and adds what is new', () => {
  const page = '# Benchmarks\n\nAims.\n\n## One\n\nold\n\n## Two\n\nkept\n';
  const topic = (title: string) => ({ title, about: 'new', tables: [], aims: [], missing: [] });
  const occasion = {
    date: new Date(0),
    machine: '2 cores',
    command: 'npm run bench -- --only one',
    rounds: 1,
  };
  const made = withSections(page, [topic('One'), topic('Three')], occasion);
  assert.deepEqual(made.match(/^## .*$/gm), ['## One', '## Two', '## Three']);
  assert.ok(made.startsWith('# Benchmarks\n\nAims.\n\n## One\n\nnew\n'));
  assert.doesNotMatch(made, /old|\n\n\n/);
  assert.match(made, /kept/);
  assert.match(made, /Measured by `npm run bench -- --only one` on 1970-01-01: 2 cores\./);
});

test('the median is a value that was measured', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1]), 1);
  assert.equal(median([]), null);
});

/** Of a file, or of all files below a folder. */
function textOf(path: string): string {
  if (statSync(path).isFile()) return readFileSync(path, 'latin1');
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}
