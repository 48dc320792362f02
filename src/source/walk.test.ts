import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFile } from './file.ts';
import { type WalkEntry, walk } from './walk.ts';

function folder(t: { after(fn: () => void): void }): string {
  const dir = mkdtempSync(join(tmpdir(), 'tamis-walk-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const named = (entries: readonly WalkEntry[], name: string) => entries.find((entry) => entry.name === name);

test('walks in the byte order of names, folders in their place', (t) => {
  const dir = folder(t);
  mkdirSync(join(dir, 'b', 'deep'), { recursive: true });
  for (const name of ['a', 'b/deep/z', 'b/x', 'c', 'Z', 'é', 'b.txt']) writeFileSync(join(dir, name), name);
  const names = [...walk(dir)].map((entry) => entry.name);
  assert.deepEqual(names, ['Z', 'a', 'b/deep/z', 'b/x', 'b.txt', 'c', 'é']);
  assert.deepEqual([...walk(dir)], [...walk(dir)]);
});

test('reports links with their target and never follows them', (t) => {
  const dir = folder(t);
  mkdirSync(join(dir, 'sub'));
  symlinkSync('..', join(dir, 'sub', 'up'));
  symlinkSync('/etc/passwd', join(dir, 'out'));
  symlinkSync('nowhere', join(dir, 'dangling'));
  const entries = [...walk(dir)];
  assert.deepEqual(
    entries.map((entry) => [entry.name, entry.type, entry.type === 'link' ? entry.target : '']),
    [
      ['dangling', 'link', 'nowhere'],
      ['out', 'link', '/etc/passwd'],
      ['sub/up', 'link', '..'],
    ],
  );
});

test('reports fifos as special, and opening one does not hang', (t) => {
  const dir = folder(t);
  try {
    execFileSync('mkfifo', [join(dir, 'pipe')]);
  } catch {
    t.skip('no mkfifo');
    return;
  }
  const entry = named([...walk(dir)], 'pipe');
  assert.equal(entry?.type === 'special' && entry.kind, 'fifo');
  assert.throws(() => openFile(join(dir, 'pipe')), { code: 'unreadable' });
});

test('a folder that cannot be listed is an entry with a failure', (t) => {
  if (process.getuid?.() === 0) {
    t.skip('root may list everything');
    return;
  }
  const dir = folder(t);
  mkdirSync(join(dir, 'shut'));
  chmodSync(join(dir, 'shut'), 0);
  t.after(() => chmodSync(join(dir, 'shut'), 0o700));
  const entry = named([...walk(dir)], 'shut');
  assert.equal(entry?.type === 'failed' && entry.failure.code, 'unreadable');
});

test('a root that does not exist is one failed entry', (t) => {
  const entries = [...walk(join(folder(t), 'none'))];
  assert.deepEqual(
    entries.map((entry) => entry.type),
    ['failed'],
  );
});

test('a root that is a file is one entry of its own name; a root that is a link is followed', (t) => {
  const dir = folder(t);
  writeFileSync(join(dir, 'one.eml'), 'From: a@b\n\n');
  symlinkSync('one.eml', join(dir, 'link'));
  const [entry] = [...walk(join(dir, 'one.eml'))];
  assert.equal(entry?.type === 'file' && entry.size, 11);
  assert.equal(entry?.name, 'one.eml');
  assert.equal([...walk(join(dir, 'link'))][0]?.type, 'file');
});

test('names that are not UTF-8 stay readable, unique and openable', (t) => {
  if (process.platform !== 'linux') {
    t.skip('only Linux file systems take any bytes as a name');
    return;
  }
  const dir = folder(t);
  const write = (name: Buffer, text: string) =>
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), name]), text);
  write(Buffer.from([0x72, 0xe9, 0x73]), 'latin1');
  write(Buffer.from('rés'), 'utf8');
  write(Buffer.from('\uf7e9'), 'private use');
  write(Buffer.from([0xff, 0xc3, 0xa9, 0xe2, 0x82]), 'mixed');
  mkdirSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xfc])]));
  write(Buffer.from([0xfc, 0x2f, 0xe0]), 'inside');
  const contents = new Map<string, string>();
  for (const entry of walk(dir)) {
    assert.equal(entry.type, 'file');
    const source = openFile(JSON.parse(JSON.stringify(entry.path)));
    contents.set(entry.name, new TextDecoder().decode(source.read(0, source.size)));
    source.close();
  }
  assert.equal(contents.size, 5);
  assert.equal(contents.get('rés'), 'utf8');
  assert.equal(contents.get('r%E9s'), 'latin1');
  assert.equal(contents.get('ü/à'), 'inside');
  assert.equal(contents.get('ÿéâ‚'), 'mixed');
});

test('a tree deeper than the longest path the system takes ends in a failed entry, not an exception', (t) => {
  const dir = folder(t);
  const step = 'd'.repeat(200);
  const half = Array(12).fill(step).join('/');
  mkdirSync(join(dir, 'top', half), { recursive: true });
  mkdirSync(join(dir, 'low', half), { recursive: true });
  renameSync(join(dir, 'low'), join(dir, 'top', half, 'low'));
  const entries = [...walk(dir)];
  // Back again, or the clean-up would meet the same limit.
  renameSync(join(dir, 'top', half, 'low'), join(dir, 'low'));
  assert.equal(entries.length, 1);
  assert.equal(entries[0]?.type === 'failed' && entries[0].failure.code, 'unreadable');
});
