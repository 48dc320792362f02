import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FRENCH_BAIT, FRENCH_OFFICE } from '../../bait/mail/testing/mail.ts';
import { openCase } from '../../case/open.ts';
import { baitFindings } from '../../conclude/bait-notes.ts';
import { concludeCase } from '../../conclude/conclude.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
for (const name of ['bait-mail', 'bait-domains', 'bait-ct'])
  ajv.addSchema(
    JSON.parse(readFileSync(new URL(`../../../docs/schema/${name}.json`, import.meta.url), 'utf8')),
  );

function holds(schema: string, out: string): void {
  assert.ok(ajv.validate(`${schema}.json`, JSON.parse(out)), ajv.errorsText(ajv.errors));
}

async function run(cwd: string, ...words: readonly string[]) {
  const { host, out, err } = testHost({}, cwd);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'tamis-bait-mail-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function mailbox(...messages: readonly Uint8Array[]): Buffer {
  const from = Buffer.from('From x@y Mon Mar  6 09:00:00 2017\n');
  return Buffer.concat(messages.flatMap((each) => [from, each, Buffer.from('\n\n')]));
}

test('a mailbox and a file are judged; what has to be unpacked is named', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'box.mbox'), mailbox(FRENCH_OFFICE, FRENCH_BAIT));
  writeFileSync(join(cwd, 'one.eml'), FRENCH_BAIT);
  writeFileSync(join(cwd, 'x.zip'), Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'));
  const json = await run(cwd, 'bait', 'mail', '.', '--brand', 'en-marche.fr', '--json');
  assert.equal(json.code, 0, json.err);
  holds('bait-mail', json.out);
  const { messages, hits, containers } = JSON.parse(json.out);
  assert.equal(messages, 3);
  assert.deepEqual(
    hits.map(({ path }: { path: string }) => path.slice(cwd.length + 1)),
    ['box.mbox#2', 'one.eml'],
  );
  assert.equal(containers.length, 1);
  const text = await run(cwd, 'bait', 'mail', 'one.eml', '--brand', 'en-marche.fr', '--lang', 'fr');
  assert.match(
    text.out,
    /100 {2}Votre mot de passe expire[\s\S]*hxxps:\/\/onedrive-en-marche\[\.\]fr[\s\S]*Que faire/u,
  );
  assert.doesNotMatch(text.out, /https?:\/\/onedrive/u);
});

test('in a case: kept as notes that search finds, no verdict moved, there after another conclusion', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'camille.mbox'), mailbox(FRENCH_OFFICE, FRENCH_BAIT));
  const sifted = await run(cwd, 'sift', join(cwd, 'camille.mbox'), '--case', join(cwd, 'a.tamis'));
  assert.equal(sifted.code, 0, sifted.err);
  const before = openCase(join(cwd, 'a.tamis'), { now: () => new Date(0), readOnly: true });
  const verdicts = before.totals().verdicts;
  before.close();
  const looked = await run(cwd, 'bait', 'mail', '--case', 'a.tamis', '--brand', 'en-marche.fr', '--json');
  holds('bait-mail', looked.out);
  await run(cwd, 'bait', 'mail', '--case', 'a.tamis', '--brand', 'en-marche.fr');
  const store = openCase(join(cwd, 'a.tamis'), { now: () => new Date(0) });
  const notes = () =>
    [...store.search('reason:bait-mail', {})].map(({ path, reasons }) => [
      path,
      reasons.filter(({ code }) => code === 'bait-mail').length,
    ]);
  assert.deepEqual(notes(), [['camille.mbox/#2', 1]]);
  assert.deepEqual(store.totals().verdicts, verdicts);
  concludeCase(store);
  assert.deepEqual(notes(), [['camille.mbox/#2', 1]]);
  const look = baitFindings(store);
  assert.deepEqual(
    look?.findings.map(({ mailbox: box, date, hosts }) => [box, date, hosts]),
    [['camille.mbox', '2017-03-06T08:12:00.000Z', ['onedrive-en-marche[.]fr']]],
  );
  store.close();
  const { events, diamond } = JSON.parse((await run(cwd, 'timeline', '--case', 'a.tamis', '--json')).out);
  const told = events.find(({ code }: { code: string }) => code === 'bait-messages');
  assert.match(told.text, /in camille\.mbox \(1\); it leads to onedrive-en-marche\[\.\]fr/u);
  const host = diamond.infrastructure.find(({ code }: { code: string }) => code === 'bait-host');
  assert.deepEqual([host.count, host.strength], [1, 'trace']);
  assert.match(host.text, /^onedrive-en-marche\[\.\]fr, to which/u);
});

test('certificates and lists: JSON as their schemas say, and only what is new', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'a.jsonl'), '{"names":["mail-en-marche.fr"]}\n');
  const words = ['bait', 'ct', 'a.jsonl', '--brand', 'en-marche.fr', '--new-since', 'seen.json', '--json'];
  const first = await run(cwd, ...words);
  assert.equal(first.code, 0, first.err);
  holds('bait-ct', first.out);
  assert.equal(JSON.parse(first.out).hits.length, 1);
  assert.deepEqual(JSON.parse((await run(cwd, ...words)).out).hits, []);
  assert.notEqual((await run(cwd, 'bait', 'ct', 'a.jsonl')).code, 0);
  const french = await run(cwd, 'bait', 'ct', 'a.jsonl', '--brand', 'en-marche.fr', '--lang', 'fr');
  assert.match(french.out, /90 {2}mail-en-marche\.fr[\s\S]*Que faire maintenant/u);
  holds(
    'bait-domains',
    (await run(cwd, 'bait', 'domains', 'en-marche.fr', '--list', 'a.jsonl', '--json')).out,
  );
  holds('bait-domains', (await run(cwd, 'bait', 'domains', 'en-marche.fr', '--json')).out);
});

test('paths of which nothing could be read fail, and name what they are', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'notes.txt'), 'no certificate\n');
  for (const words of [
    ['mail', 'nowhere', '--brand', 'en-marche.fr'],
    ['ct', 'nowhere', '--brand', 'en-marche.fr'],
    ['ct', 'notes.txt', '--brand', 'en-marche.fr'],
  ]) {
    const { code, out, err } = await run(cwd, 'bait', ...words);
    assert.equal(code, 1, words.join(' '));
    assert.match(out + err, /nowhere|notes\.txt/);
  }
});

test('without paths the case of the folder is looked through; with both it is not guessed', async (t) => {
  const cwd = folder(t);
  const none = await run(cwd, 'bait', 'mail');
  assert.equal(none.code, 1);
  assert.match(none.err, /\(no-case\)/u);
  const both = await run(cwd, 'bait', 'mail', '.', '--case', 'x.tamis');
  assert.equal(both.code, 2);
  assert.match(both.err, /not both/u);
});

test('an interrupted run shows no part as if it were all', async (t) => {
  const cwd = folder(t);
  writeFileSync(join(cwd, 'one.eml'), FRENCH_BAIT);
  const { host, out, err } = testHost({}, cwd);
  const stopped = { ...host, signal: AbortSignal.abort() };
  assert.equal(await runCommandLine(['bait', 'mail', 'one.eml', '--lang', 'en'], stopped), 130);
  assert.equal(out(), '');
  assert.match(err(), /interrupted/u);
});
