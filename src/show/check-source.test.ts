import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { SourceFile } from '../case/store.ts';
import { checkSource } from './check-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-check-'));
after(() => rmSync(folder, { recursive: true }));
const { signal } = new AbortController();

function source(path: string): SourceFile {
  const sha256 = createHash('sha256').update('leaked').digest('hex');
  return { role: 'leak', path, size: 6, mtimeMs: 0, sha256 };
}

test('a file whose name is not UTF-8 is found by the name that the case has of it', {
  skip: process.platform === 'darwin' || process.platform === 'win32' ? 'names are text here' : false,
}, async () => {
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/r`), Buffer.of(0xe9), Buffer.from('sumé')]), 'leaked');
  const { type } = await checkSource(source(`${folder}/r\uf7e9sumé`), signal);
  assert.equal(type, 'same');
});

test('what is gone, what was changed and what could not be read are told apart', async () => {
  const [gone, changed, unreadable] = ['gone', 'changed', 'folder'].map((name) => join(folder, name));
  writeFileSync(String(changed), 'other');
  mkdirSync(String(unreadable));
  assert.equal((await checkSource(source(String(gone)), signal)).type, 'missing');
  assert.equal((await checkSource(source(join(String(changed), 'below')), signal)).type, 'missing');
  assert.equal((await checkSource(source(String(changed)), signal)).type, 'changed');
  const found = await checkSource(source(String(unreadable)), signal);
  assert.deepEqual([found.type, found.type === 'unreadable' && found.code], ['unreadable', 'EISDIR']);
});
