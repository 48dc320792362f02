import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAll } from './registry.ts';
import { reportError } from './report-error.ts';
import { runCommandLine } from './run-command-line.ts';
import { testHost } from './test-host.ts';

test('--version, with and without JSON', async () => {
  const plain = testHost();
  assert.equal(await runCommandLine(['--version'], plain.host), 0);
  assert.match(plain.out(), /^tamis \d+\.\d+\.\d+\n$/u);
  const json = testHost();
  assert.equal(await runCommandLine(['--json', '--version'], json.host), 0);
  assert.match(String(JSON.parse(json.out()).version), /^\d/u);
});

test('no command shows the help and counts as a usage error; --help does not', async () => {
  const none = testHost();
  assert.equal(await runCommandLine([], none.host), 2);
  assert.match(none.out(), /completion/u);
  assert.equal(await runCommandLine(['--help'], testHost().host), 0);
  const group = testHost();
  assert.equal(await runCommandLine(['keys'], group.host), 2);
  assert.match(group.out(), /keys import/u);
  assert.equal(await runCommandLine(['keys', '--help'], testHost().host), 0);
  assert.equal(await runCommandLine(['help', 'keys'], testHost().host), 0);
});

test('help of every command in both languages names each of its flags', async () => {
  for (const command of await loadAll()) {
    for (const lang of ['en', 'fr']) {
      const { host, out } = testHost();
      assert.equal(await runCommandLine([...command.path, '--help', '--lang', lang], host), 0);
      for (const flag of command.flags)
        assert.ok(out().includes(`--${flag.name}`), `${flag.name} in ${lang}`);
      const viaHelp = testHost();
      assert.equal(await runCommandLine(['--lang', lang, 'help', ...command.path], viaHelp.host), 0);
      assert.equal(viaHelp.out(), out());
    }
  }
});

test('an unknown command points at the word and suggests one', async () => {
  const { host, err } = testHost();
  assert.equal(await runCommandLine(['--json', 'complteion', 'bash'], host), 2);
  assert.match(err(), /Did you mean completion\?/u);
  assert.match(err(), /\n {2}tamis --json complteion bash\n {15}\^{10}\n/u);
});

test('a flag before the command that no command shares is told as one', async () => {
  const { host, err } = testHost();
  assert.equal(await runCommandLine(['--limit', '3', 'search'], host), 2);
  assert.match(err(), /no flag of every command/u);
  assert.match(err(), /\n {2}tamis --limit 3 search\n {8}\^{7}\n/u);
});

test('with --json an error is also JSON on stdout', async () => {
  const { host, out } = testHost();
  assert.equal(await runCommandLine(['completion', 'csh', '--json'], host), 2);
  assert.equal(JSON.parse(out()).error.code, 'usage');
});

test('errors are told in the language of the environment', async () => {
  const { host, err } = testHost({ LANG: 'fr_FR.UTF-8' });
  assert.equal(await runCommandLine(['completion', 'bsh'], host), 2);
  assert.match(err(), /Vouliez-vous dire bash\u202f\?/u);
});

test('what the system refuses is told in one line, and is no fault of the program', async () => {
  const { host, err, out } = testHost();
  const words = ['--json', 'keys', 'import', '/none/keys.jsonl', '--case', '/none/x.tamis'];
  assert.equal(await runCommandLine(words, host), 1);
  assert.doesNotMatch(err(), /fault/u);
  assert.equal(typeof JSON.parse(out()).error.code, 'string');
  const refused = testHost();
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/root/x.tamis' });
  const early = { json: true, lang: 'fr', noColor: true, help: false, version: false } as const;
  assert.equal(reportError(error, [], refused.host, early), 1);
  assert.match(refused.err(), /^tamis: \/root\/x\.tamis\u00a0: le système ne le permet pas \(refused\)\n$/u);
  // Of a file that is open already the system names no path.
  const full = testHost();
  assert.equal(reportError(Object.assign(new Error('write'), { code: 'ENOSPC' }), [], full.host, early), 1);
  assert.match(full.err(), /^tamis: le disque est plein\. .*relancez la commande\. \(refused\)\n$/u);
  const slip = testHost();
  assert.equal(reportError(Object.assign(new Error('read'), { code: 'EISDIR' }), [], slip.host, early), 70);
});
