import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveBuffersBack } from './give-buffers-back.ts';

type Begun = readonly [program: string, words: readonly string[], threshold: string | undefined];

function begun(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): readonly Begun[] {
  const calls: Begun[] = [];
  giveBuffersBack({
    platform,
    env,
    execPath: '/bin/node',
    execArgv: ['--import', 'x'],
    argv: ['/bin/node', 'main.js', ...words],
    execve(program, args = [], given = {}) {
      calls.push([program, args, given.MALLOC_MMAP_THRESHOLD_]);
      return undefined as never;
    },
  });
  return calls;
}

test('a command that reads dumps begins anew with the threshold, its words as they were', () => {
  assert.deepEqual(begun(['sift', 'a b', '--json'], {}, 'linux'), [
    ['/bin/node', ['/bin/node', '--import', 'x', 'main.js', 'sift', 'a b', '--json'], '262144'],
  ]);
});

test('not where it is set, on other systems, or for what holds little', () => {
  assert.deepEqual(begun(['sift'], { MALLOC_MMAP_THRESHOLD_: '1' }, 'linux'), []);
  assert.deepEqual(begun(['sift'], {}, 'darwin'), []);
  assert.deepEqual(begun(['search'], {}, 'linux'), []);
  assert.deepEqual(begun([], {}, 'linux'), []);
});
