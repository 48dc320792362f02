import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ledger } from '../../decoys/ledger/index.ts';
import { HOST, mailDecoy, RECIPE } from '../../decoys/ledger/testing.ts';
import { decoyLine, originHash, recipeHash, recipeLine } from '../../decoys/model/index.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-decoys-cli-'));
after(() => rmSync(folder, { recursive: true }));

const COUNT = 6;
const decoys = Array.from({ length: COUNT }, (_, index) => mailDecoy(index));
assert.equal(decoys[0]?.origin.recipe, originHash(RECIPE));
writeFileSync(join(folder, 'set.jsonl'), recipeLine(RECIPE) + decoys.map(decoyLine).join(''));
for (const name of ['Anne', 'Paul']) {
  const approval = { name, at: '2026-03-01T09:00:00Z', recipe: recipeHash(RECIPE) };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(approval));
}

const env = { TAMIS_LEDGER_PASSPHRASE: 'quatre pommes au four' };
// With a derivation that costs little: the commands open it a dozen times.
Ledger.create(join(folder, 'decoys.ledger'), 'decoys', env.TAMIS_LEDGER_PASSPHRASE, HOST).close();
const ajv = new Ajv2020({ strict: false });

async function run(...words: readonly string[]) {
  const { host, out, err } = testHost(env, folder);
  const code = await runCommandLine(['decoys', ...words], host);
  return { code, out: out(), err: err() };
}

async function json(schema: string, code: number, ...words: readonly string[]) {
  const ran = await run(...words, '--json');
  assert.equal(ran.code, code, ran.err);
  const value = JSON.parse(ran.out);
  fits(schema, value);
  return value;
}

function fits(schema: string, value: unknown): void {
  const path = new URL(`../../../docs/schema/decoys-${schema}.json`, import.meta.url);
  const isValid =
    ajv.getSchema(`decoys-${schema}.json`) ?? ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  assert.ok(isValid(value), JSON.stringify(isValid.errors));
}

test('from a set to a leak: committed to, planted, opened, verified, challenged, watched for', async () => {
  assert.match((await run('plant', 'set.jsonl', '--to', 'files', '--ledger', 'none')).err, /no-ledger/);
  const checkpoint = await json('checkpoint', 0, 'checkpoint', 'set.jsonl');
  assert.deepEqual([checkpoint.added, checkpoint.size, checkpoint.anchored], [COUNT, COUNT, false]);
  assert.match((await run('plant', 'set.jsonl', '--to', 'files')).err, /not-anchored/);
  const waived = ['plant', 'set.jsonl', '--to', 'files', '--waive-anchor', 'an exercise'];
  assert.match((await run(...waived)).err, /not-approved/);
  assert.match((await run('plant', 'set.jsonl', '--to', '.')).err, /ledger-in-target/);
  const approved = ['--approval', 'Anne.json', '--approval', 'Paul.json'];
  const planted = await json('plant', 0, 'plant', 'set.jsonl', '--to', 'files', ...approved);
  assert.equal(planted.planted, COUNT);
  assert.equal((await json('plant', 0, 'plant', 'set.jsonl', '--to', 'files', ...approved)).known, COUNT);

  const id = decoys[2]?.id ?? '';
  const { openings } = await json('open', 0, 'open', id, '--out', 'press');
  const leaked = join(folder, 'leaked.eml');
  const fewer = Buffer.from(decoys[2]?.bytes ?? [])
    .toString('latin1')
    .replaceAll('\r\n', '\n');
  writeFileSync(leaked, fewer, 'latin1');
  const found = await json('verify', 0, 'verify', openings[0].file, leaked, '--key', checkpoint.key);
  assert.deepEqual(
    [found.opening.type, found.opening.key, found.item.type],
    ['valid', 'expected', 're-encoded'],
  );
  const french = await run('verify', openings[0].file, leaked, '--lang', 'fr');
  assert.match(french.out, /en d’autres octets/);
  writeFileSync(
    join(folder, 'other.eml'),
    'Subject: x\n\nQuelque chose de tout autre, assez long pour compter.\n',
  );
  const other = await json('verify', 1, 'verify', openings[0].file, 'other.eml');
  assert.equal(other.item.type, 'not-this-decoy');

  const ask = [
    'challenge',
    'ask',
    checkpoint.note,
    '--key',
    checkpoint.key,
    '--seed',
    'dice of the 4th of May: 6 1 3',
    '--count',
    '3',
  ];
  assert.equal((await run(...ask, '--out', 'ask.json')).code, 0);
  assert.equal(
    (await run('challenge', 'answer', 'ask.json', '--with-recipe', '--out', 'answer.json')).code,
    0,
  );
  const check = await json('challenge', 1, 'challenge', 'check', 'answer.json', '--key', checkpoint.key);
  assert.deepEqual(
    check.leaves.map((leaf: { type: string; why: string }) => [leaf.type, leaf.why]),
    Array(3).fill(['opened', 'no-materials']),
  );
  assert.match((await run('challenge', 'check', 'answer.json')).out, /No share follows/);

  writeFileSync(join(folder, 'more.jsonl'), recipeLine(RECIPE) + decoyLine(mailDecoy(COUNT)));
  const next = await json('checkpoint', 0, 'checkpoint', 'more.jsonl', '--held', checkpoint.note);
  const again = ['challenge', 'ask', next.note, '--key', next.key, '--seed', 'dice: 6 1 3 2 4 5'];
  const held = ['--held', checkpoint.note, '--continues', next.proof];
  assert.equal((await run(...again, ...held)).code, 0);
  assert.match((await run(...again, '--held', next.note, '--continues', next.proof)).err, /not-continued/);
  assert.match(
    (await run('challenge', 'check', 'answer.json', '--asked', 'ask.json', '--lang', 'fr')).out,
    /^3 demandés sur 6/,
  );
  writeFileSync(join(folder, 'other-ask.json'), (await run(...again)).out);
  assert.match(
    (await run('challenge', 'check', 'answer.json', '--asked', 'other-ask.json')).err,
    /another-challenge/,
  );

  writeFileSync(
    join(folder, 'auth.log'),
    'May  4 10:00:00 h sshd[5]: Failed password for b.orvault from 192.0.2.1 port 9 ssh2\n',
  );
  const watched = await json('watch', 0, 'watch', 'auth.log');
  assert.equal(watched.uses[0].address, '192.0.2.1');
  assert.match((await run('watch', 'auth.log', '--lang', 'fr')).out, /usages\s: 1/);
});

test('each line of a log that is followed fits the schema, before and after it is rotated', async () => {
  const path = join(folder, 'followed.log');
  const failed = (address: string) =>
    `May  4 10:00:00 h sshd[5]: Failed password for b.orvault from ${address} port 9 ssh2\n`;
  writeFileSync(path, failed('192.0.2.1'));
  const stop = new AbortController();
  const { host } = testHost(env, folder);
  const lines: string[] = [];
  const stdout = {
    ...host.stdout,
    write: (text: string | Uint8Array) => {
      lines.push(String(text));
      if (lines.length === 1) appendFileSync(path, `nothing\n${failed('192.0.2.2')}`);
      if (lines.length === 2) {
        renameSync(path, `${path}.1`);
        writeFileSync(path, failed('192.0.2.3'));
      }
      if (lines.length === 3) stop.abort();
    },
  };
  const words = ['decoys', 'watch', 'followed.log', '--follow', '--json'];
  assert.equal(await runCommandLine(words, { ...host, stdout, signal: stop.signal }), 130, 'as after Ctrl-C');
  const uses = lines.map((line): { address: string; line: number } => JSON.parse(line));
  for (const use of uses) fits('watch', use);
  assert.deepEqual(
    uses.map(({ address }) => address),
    ['192.0.2.1', '192.0.2.2', '192.0.2.3'],
  );
});

test('a wrong passphrase is told, and a passphrase is never taken from the command line', async () => {
  const { host, err } = testHost({ TAMIS_LEDGER_PASSPHRASE: 'quelque chose d’autre' }, folder);
  assert.equal(await runCommandLine(['decoys', 'watch', 'auth.log'], host), 1);
  assert.match(err(), /wrong-passphrase/);
  const help = await run('plant', '--help');
  assert.doesNotMatch(help.out, /--passphrase /);
});
