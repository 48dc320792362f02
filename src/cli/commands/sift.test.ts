import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

test('what is named is looked for where the command is given', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-sift-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'dump'));
  mkdirSync(join(folder, 'own'));
  for (const place of ['dump', 'own']) {
    writeFileSync(join(folder, place, '1.eml'), 'From: a@b.example\nMessage-ID: <1@b.example>\n\nhello\n');
  }
  const { host, out, err } = testHost({}, folder);
  assert.equal(await runCommandLine(['sift', 'dump', '--reference', 'own', '--json'], host), 0, err());
  const told = JSON.parse(out());
  assert.equal(told.case, join(folder, 'dump.tamis'));
  assert.equal(told.items.message, 1);
  const again = testHost({}, folder);
  assert.equal(await runCommandLine(['sift', '--json'], again.host), 0, again.err());
  assert.equal(JSON.parse(again.out()).case, join(folder, 'dump.tamis'), 'the only case here');
  const nothing = testHost({}, join(folder, 'own'));
  assert.equal(await runCommandLine(['sift', '--json'], nothing.host), 1);
  assert.equal(JSON.parse(nothing.out()).error.code, 'no-input');
  const missing = testHost({}, folder);
  assert.equal(await runCommandLine(['sift', 'none'], missing.host), 1);
  assert.match(missing.err(), /there is nothing at .*none/);
});
