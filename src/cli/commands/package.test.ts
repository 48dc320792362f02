import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const schemas = new URL('../../../docs/schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const name of ['common', 'package', 'verify-package'])
  ajv.addSchema(JSON.parse(readFileSync(new URL(`${name}.json`, schemas), 'utf8')));

/** What a command prints with --json, held to its schema. */
function held<T>(schema: string, out: string): T {
  const value = JSON.parse(out);
  assert.ok(ajv.validate(`${schema}.json`, value), ajv.errorsText(ajv.errors));
  return value;
}

const folder = mkdtempSync(join(tmpdir(), 'tamis-package-'));
const at = (...parts: readonly string[]): string => join(folder, ...parts);
const here = (program: string, word: string): boolean => spawnSync(program, [word]).status === 0;

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

/** Checks a copy of the package after something was done to it. */
async function verifyAfter(change: (copy: string) => void, ...words: readonly string[]) {
  const copy = mkdtempSync(at('copy-'));
  cpSync(at('evidence'), copy, { recursive: true, verbatimSymlinks: true });
  change(copy);
  const { code, out } = await run('verify', copy, '--json', ...words);
  const check = held<{
    ok: boolean;
    problems: readonly Record<string, unknown>[];
    signature: { type: string };
  }>('verify-package', out);
  assert.equal(code, check.ok ? 0 : 1);
  return check;
}

const MAIL = `From: a@example.org\r\nTo: b@example.org\r\nSubject: Budget\r\nMIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nThe budget is attached.\r
--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="bu\tdget .txt"\r\n\r
Ten thousand.\r\n--x--\r\n`;

before(async () => {
  mkdirSync(at('dump'));
  writeFileSync(at('dump', 'one.eml'), MAIL);
  // A name that would be a second line of a manifest, and one that a percent sign makes ambiguous.
  const hostile = process.platform === 'win32' ? 'note.txt' : `no\nte%0A ${'0'.repeat(64)}  ..txt`;
  writeFileSync(at('dump', hostile), 'A note.');
  const sifted = await run('sift', at('dump'), '--case', at('c.tamis'));
  assert.equal(sifted.code, 0, sifted.err);
  const made = await run(
    'package',
    '--contents',
    'both',
    '--key',
    'team.key',
    '-o',
    'evidence',
    '-c',
    'c.tamis',
  );
  assert.equal(made.code, 0, made.err);
});
after(() => rmSync(folder, { recursive: true }));

test('a package holds originals, items, findings and logs, and is confirmed', async () => {
  const check = await verifyAfter(() => {});
  assert.deepEqual([check.ok, check.problems, check.signature.type], [true, [], 'good']);
  const lines = readFileSync(at('evidence', 'data/findings.jsonl'), 'utf8').trimEnd().split('\n');
  const findings = lines.map((line) => JSON.parse(line));
  const mail = findings.find(({ kind }) => kind === 'message');
  assert.equal(readFileSync(at('evidence', mail.file), 'utf8'), MAIL);
  assert.equal(mail.told.fr.length, mail.reasons.length);
  const sources = readFileSync(at('evidence', 'data/sources.jsonl'), 'utf8').trimEnd().split('\n');
  const one = sources.map((line) => JSON.parse(line)).find(({ path }) => path === 'dump/one.eml');
  assert.equal(readFileSync(at('evidence', one.file), 'utf8'), MAIL);
  if (process.platform !== 'win32') assert.equal(statSync(at('team.key')).mode & 0o777, 0o600);
});

test('sha256sum and openssl confirm it', (t) => {
  if (!here('sha256sum', '--version') || !here('openssl', 'version')) return t.skip('tools are not here');
  const tool = (program: string, ...words: readonly string[]) =>
    spawnSync(program, words, { cwd: at('evidence'), encoding: 'utf8' });
  assert.equal(tool('sha256sum', '-c', '--strict', 'manifest-sha256.txt').status, 0);
  assert.equal(tool('sha256sum', '-c', '--strict', 'tagmanifest-sha256.txt').status, 0);
  const tags = 'tagmanifest-sha256.txt';
  const keys = ['-pubin', '-inkey', 'signing-key.pem', '-rawin', '-in', tags, '-sigfile', `${tags}.sig`];
  const signature = tool('openssl', 'pkeyutl', '-verify', ...keys);
  assert.match(signature.stdout + signature.stderr, /Verified Successfully/u);
  assert.match(tool('openssl', 'ts', '-query', '-in', `${tags}.tsq`, '-text').stdout, /sha256/u);
});

test('the validator of the Library of Congress confirms it', (t) => {
  if (spawnSync('python3', ['-c', 'import bagit']).status !== 0)
    return t.skip('Python has no bagit here (pip install bagit)');
  const { status, stderr } = spawnSync('python3', ['-m', 'bagit', '--validate', at('evidence')], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('what was changed, taken out, added or linked is named', async () => {
  const item = JSON.parse(
    readFileSync(at('evidence', 'data/findings.jsonl'), 'utf8').split('\n')[0] ?? '',
  ).file;
  const types = async (change: (copy: string) => void) =>
    (await verifyAfter(change)).problems.map(({ type, path }) => `${type} ${path}`);
  assert.deepEqual(await types((copy) => appendFileSync(join(copy, item), 'x')), [`changed ${item}`]);
  assert.deepEqual(await types((copy) => unlinkSync(join(copy, item))), [`missing ${item}`]);
  assert.deepEqual(await types((copy) => writeFileSync(join(copy, 'data', 'new.txt'), '')), [
    'added data/new.txt',
  ]);
  assert.deepEqual(await types((copy) => writeFileSync(join(copy, 'note.txt'), '')), ['added note.txt']);
  const linked = (copy: string) => {
    unlinkSync(join(copy, item));
    symlinkSync(at('dump', 'one.eml'), join(copy, item));
  };
  assert.deepEqual(await types(linked), [`no-file ${item}`]);
  const log = (copy: string) => {
    const path = join(copy, 'data', 'custody.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"jobs"', '"Jobs"'));
  };
  assert.deepEqual(await types(log), ['changed data/custody.jsonl', 'broken-log data/custody.jsonl']);
});

test('a manifest made to fit is caught by the signature, and another signer by its fingerprint', async () => {
  const refit = (copy: string) => {
    const path = join(copy, 'tagmanifest-sha256.txt');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
  };
  const bad = await verifyAfter(refit);
  assert.deepEqual(
    bad.problems.map(({ type }) => type),
    ['bad-signature'],
  );
  const unsigned = (copy: string) => {
    for (const name of ['tagmanifest-sha256.txt.sig', 'signing-key.pem']) unlinkSync(join(copy, name));
  };
  const expected = await verifyAfter(unsigned, '--signer', at('evidence', 'signing-key.pem'));
  assert.ok(expected.problems.some(({ type, found }) => type === 'other-signer' && found === null));
  assert.ok((await verifyAfter(() => {}, '--signer', at('evidence', 'signing-key.pem'))).ok);
  const other = await verifyAfter(() => {}, '--signer', 'ab'.repeat(32));
  assert.deepEqual(
    other.problems.map(({ type }) => type),
    ['other-signer'],
  );
});

test('a hostile manifest leads nowhere', async () => {
  const zeros = '0'.repeat(64);
  const places = [
    '../../etc/passwd',
    '/etc/passwd',
    'data/../../x',
    'data/..%2Fx',
    'bagit.txt',
    'data\\x',
    'data/a%0A',
  ];
  const check = await verifyAfter((copy) =>
    appendFileSync(
      join(copy, 'manifest-sha256.txt'),
      `${places.map((path) => `${zeros}  ${path}\n`).join('')}nonsense\n`,
    ),
  );
  const named = check.problems.map(({ type, path }) => `${type} ${path}`);
  for (const path of ['../../etc/passwd', '/etc/passwd', 'data/../../x', 'bagit.txt', 'data\\x'])
    assert.ok(named.includes(`outside ${path}`), path);
  assert.ok(named.includes('missing data/..%2Fx') && named.includes('missing data/a\n'));
  assert.ok(named.some((line) => /^bad-line manifest-sha256\.txt:\d+$/u.test(line)));
  // Its declaration gone, it is still meant to be one.
  const bare = await verifyAfter((copy) => unlinkSync(join(copy, 'bagit.txt')));
  assert.ok(bare.problems.some(({ path }) => path === 'bagit.txt'));
});

test('an original that changed since the sift is left out and told', async () => {
  writeFileSync(at('dump', 'one.eml'), `${MAIL}more`);
  const { code, out } = await run('package', '-o', 'later', '-c', 'c.tamis', '--json');
  writeFileSync(at('dump', 'one.eml'), MAIL);
  assert.equal(code, 1);
  assert.deepEqual(held<{ leftOut: unknown }>('package', out).leftOut, [
    { type: 'source', path: 'dump/one.eml', why: 'changed' },
  ]);
  assert.match((await run('verify', 'later', '--lang', 'fr')).out, /0 défaut\n.*\nnon signé\n/u);
  assert.match((await run('package', '-o', 'later', '-c', 'c.tamis')).err, /exists already/u);
});

test('a document that is found brings the message that carried it', async () => {
  const { out } = await run('package', 'thousand', '-o', 'found', '-c', 'c.tamis', '--json');
  const lines = readFileSync(at('found', 'data/findings.jsonl'), 'utf8').trimEnd().split('\n');
  assert.deepEqual(lines.map((line) => JSON.parse(line).kind).sort(), ['document', 'message'], out);
});

test('a key that others may read, or that is none, signs nothing', async () => {
  writeFileSync(at('bad.key'), 'no key', { mode: 0o600 });
  assert.match(
    (await run('package', '-k', 'bad.key', '-o', 'x', '-c', 'c.tamis')).err,
    /no private key in PEM/u,
  );
  if (process.platform === 'win32') return;
  chmodSync(at('team.key'), 0o644);
  assert.match((await run('package', '-k', 'team.key', '-o', 'x', '-c', 'c.tamis')).err, /chmod 600/u);
});

test('an answer for something else is not put in', async () => {
  writeFileSync(at('answer.tsr'), 'nothing');
  const { err } = await run('package', 'stamp', 'evidence', 'answer.tsr');
  assert.match(err, /no time stamp of .*malformed/u);
});

test('a folder that is no package says so, and a case named as one is checked as the case it is', async () => {
  const folder = at('nothing');
  mkdirSync(folder);
  const none = await run('verify', folder, '--json');
  assert.equal(none.code, 1);
  assert.equal(JSON.parse(none.out).error.code, 'no-package');
  const { code, out } = await run('verify', 'c.tamis', '--json');
  assert.equal(code, 0);
  assert.ok(JSON.parse(out).case.endsWith('.tamis'));
  const french = await run('verify', 'c.tamis', '--lang', 'fr');
  assert.match(french.out, /fichiers?, .*: 0 diffère\n/u);
});
