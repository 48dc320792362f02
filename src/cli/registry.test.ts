import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { Text } from '../model/text.ts';
import { bashCompletion } from './completion/bash.ts';
import { fishCompletion } from './completion/fish.ts';
import { zshCompletion } from './completion/zsh.ts';
import { GLOBAL_FLAGS } from './global-flags.ts';
import { GROUPS } from './groups.ts';
import { loadAll, REGISTRY } from './registry.ts';

const commands = await loadAll();

test('the registry and the declarations agree on the paths, each path once', () => {
  const declared = commands.map((command) => command.path.join(' '));
  assert.deepEqual(
    declared,
    REGISTRY.map((entry) => entry.path),
  );
  assert.equal(new Set(declared).size, declared.length);
  for (const { path } of commands)
    if (path.length > 1) assert.ok(Object.hasOwn(GROUPS, path[0] ?? ''), path[0]);
});

test('every command, argument and flag has its text in both languages', () => {
  const check = (text: Text, what: string): void => {
    for (const lang of ['en', 'fr'] as const) assert.ok(text[lang].trim().length > 2, `${what} in ${lang}`);
    // Query fields (`from:`) are written as they are typed, so only an ordinary space is a mistake.
    assert.doesNotMatch(text.fr, / [:;!?»]|« /u, `${what}: no-break spaces in French`);
  };
  for (const command of commands) {
    const name = command.path.join(' ');
    check(command.summary, name);
    assert.ok(!command.summary.en.endsWith('.'), name);
    if (command.description !== undefined) check(command.description, name);
    for (const positional of command.positionals) check(positional.summary, `${name} ${positional.metavar}`);
    for (const flag of command.flags) check(flag.summary, `${name} --${flag.name}`);
    for (const example of command.examples ?? []) check(example.summary, `${name} example`);
  }
  for (const flag of GLOBAL_FLAGS) check(flag.summary, flag.name);
});

test('no command declares a flag twice or one that every command has', () => {
  for (const command of commands) {
    const names = [...command.flags, ...GLOBAL_FLAGS].flatMap((flag) =>
      'short' in flag && flag.short !== undefined ? [`--${flag.name}`, `-${flag.short}`] : [`--${flag.name}`],
    );
    assert.equal(new Set(names).size, names.length, command.path.join(' '));
  }
});

test('completions name every command and flag', () => {
  for (const script of [
    bashCompletion(commands, 'en'),
    zshCompletion(commands, 'fr'),
    fishCompletion(commands, 'fr'),
  ]) {
    for (const command of commands) {
      for (const word of command.path) assert.ok(script.includes(word), word);
      for (const flag of command.flags) assert.ok(script.includes(flag.name), flag.name);
    }
  }
});

test('bash completes commands, flags and values', (t) => {
  const bash = spawnSync('bash', ['--version']);
  if (bash.status !== 0) return t.skip('no bash here');
  const complete = (line: readonly string[]): string[] => {
    const words = line.map((word) => `'${word}'`).join(' ');
    const script = `${bashCompletion(commands, 'en')}\nCOMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; _tamis; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split('\n');
  };
  assert.deepEqual(complete(['tamis', 'complet']), ['completion']);
  assert.deepEqual(complete(['tamis', 'completion', 'z']), ['zsh']);
  assert.deepEqual(complete(['tamis', 'completion', '--lang', '']), ['en', 'fr']);
  assert.deepEqual(complete(['tamis', 'completion', '--no']), ['--no-color']);
  // A command that leads to others too.
  assert.deepEqual(complete(['tamis', 'silence', 'pl']), ['plan']);
  assert.deepEqual(complete(['tamis', 'silence', '--el']), ['--election']);
  assert.deepEqual(complete(['tamis', 'silence', 'plan', '--op']), ['--opens']);
  // Two commands may have a flag of one name whose values differ.
  assert.deepEqual(complete(['tamis', 'search', '--role', '']), ['leak', 'reference', 'all']);
  assert.deepEqual(complete(['tamis', 'case', 'account', '--role', '']), ['reader', 'reviewer', 'lead']);
  assert.deepEqual(complete(['tamis', 'export', '-f', 'm']), ['mbox', 'misp']);
});
