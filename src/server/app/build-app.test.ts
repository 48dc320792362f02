import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { appFolder } from './app-folder.ts';
import { type Build, buildApp } from './build-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-build-'));
after(() => rmSync(folder, { recursive: true }));

let root = '';
let builds = 0;
beforeEach(() => {
  builds = 0;
  root = mkdtempSync(join(folder, 'root-'));
  for (const path of ['ui/src', 'src/server/api', 'node_modules/vite/bin'])
    mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, 'ui/src/main.tsx'), '');
  writeFileSync(join(root, 'node_modules/vite/bin/vite.js'), '');
});

const slowly: Build = async (target) => {
  builds++;
  mkdirSync(target, { recursive: true });
  await sleep(50);
  assert.equal(existsSync(join(root, 'dist/ui')), false, 'half a build is nowhere to be served from');
  writeFileSync(join(target, 'index.html'), `build ${builds}`);
  return { built: true, said: '' };
};

function build(how: Build) {
  const found = appFolder(root);
  assert.equal(found.type, 'to-build');
  if (found.type !== 'to-build') throw new Error('unreachable');
  return buildApp(found, root, how);
}

test('two at the same time build once, and both have it whole', async () => {
  const results = await Promise.all([build(slowly), build(slowly), build(slowly)]);
  assert.deepEqual(
    results.map(({ built }) => built),
    [true, true, true],
  );
  assert.equal(builds, 1);
  assert.equal(readFileSync(join(root, 'dist/ui/index.html'), 'utf8'), 'build 1');
  assert.deepEqual(readdirSync(join(root, 'dist')), ['ui']);
  assert.equal(appFolder(root).type, 'built');
});

test('a build that fails leaves what was there, and says why', async () => {
  const failing: Build = async (target) => {
    mkdirSync(target, { recursive: true });
    return { built: false, said: 'no such file' };
  };
  assert.deepEqual(await build(failing), { built: false, said: 'no such file' });
  assert.deepEqual(readdirSync(join(root, 'dist')), []);
});

test('a lock that a dead process left is taken over', async () => {
  mkdirSync(join(root, 'dist'));
  // No process has this number: Linux stops at 4,194,304.
  writeFileSync(join(root, 'dist/ui.lock'), '99999999');
  assert.equal((await build(slowly)).built, true);
});
