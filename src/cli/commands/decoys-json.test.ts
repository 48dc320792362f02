/** What the makers of decoys and the lists of bait write with --json fits the schemas of docs/schema. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ledger } from '../../decoys/ledger/index.ts';
import { HOST } from '../../decoys/ledger/testing.ts';
import { talkativeMailbox } from '../../decoys/testing/talkative-mailbox.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const SCHEMAS = new URL('../../../docs/schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
for (const name of readdirSync(SCHEMAS).filter((each) => /^(?:decoys|bait|error|common)/.test(each)))
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8')));

const folder = mkdtempSync(join(tmpdir(), 'tamis-decoys-json-'));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'mail'));
talkativeMailbox(60).forEach(({ bytes }, i) => {
  writeFileSync(join(folder, 'mail', `${i}.eml`), bytes);
});
const env = { TAMIS_LEDGER_PASSPHRASE: 'quatre pommes au four' };
Ledger.create(join(folder, 'ledger'), 'decoys', env.TAMIS_LEDGER_PASSPHRASE, HOST).close();

/** Runs a command with --json; every line it writes has to fit the schema. */
async function held(schema: string, ...words: readonly string[]): Promise<Record<string, unknown>> {
  const { host, out, err } = testHost(env, folder);
  await runCommandLine([...words, '--json'], host);
  const lines = out()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));
  assert.ok(lines.length > 0, err());
  for (const line of lines)
    assert.ok(ajv.validate(`${schema}.json`, line), `${words.join(' ')}: ${ajv.errorsText(ajv.errors)}`);
  return lines[0] ?? {};
}

const NONE = ['documents', 'calendars', 'contacts', 'accounts'].flatMap((kind) => [`--${kind}`, '1']);

test('init, persona, generate, check, approve and checkpoint', async () => {
  const learnt = await held(
    'decoys-init',
    ...['decoys', 'init', 'work', 'mail', '--owner', 'olive.owner@house.example', '--seed', '0d'.repeat(32)],
  );
  assert.equal(learnt.mails, 60);
  await held('decoys-persona', 'decoys', 'persona', 'work', '--languages', 'both');
  const made = await held('decoys-generate', 'decoys', 'generate', 'work', '--mails', '12', ...NONE);
  await held('decoys-check', 'decoys', 'check', 'work', '--approve', 'Ann Lee');
  const approved = await held('decoys-check', 'decoys', 'check', 'work', '--approve', 'Bo Marsh');
  assert.deepEqual([approved.type, approved.recipe], ['approved', made.recipe]);
  const committed = await held('decoys-checkpoint', 'decoys', 'checkpoint', 'work', '--ledger', 'ledger');
  assert.equal(committed.added, 16);
});

test('check measured', async () => {
  const { gates } = await held('decoys-check', 'decoys', 'check', 'work', 'mail');
  assert.equal((gates as unknown[]).length, 6);
});

test('a set of another generator is refused with both named, and what to do', async () => {
  const path = join(folder, 'work', 'recipe.json');
  const recipe = readFileSync(path, 'utf8');
  writeFileSync(path, recipe.replace(/"generator":"[0-9a-f]{8}/, '"generator":"01234567'));
  for (const [lang, said] of [
    ['en', /made by generator 01234567[0-9a-f]{4}, and this is generator [0-9a-f]{12}: use the release/],
    ['fr', /faits par le générateur 01234567/],
  ] as const) {
    const { host, err } = testHost(env, folder);
    const words = ['decoys', 'checkpoint', 'work', '--ledger', 'ledger', '--lang', lang];
    assert.equal(await runCommandLine(words, host), 1);
    assert.match(err(), said);
  }
  writeFileSync(path, recipe);
});

test('a model of another release, and a mailbox that says too little, are told with what to do', async () => {
  const { host, err } = testHost(env, folder);
  mkdirSync(join(folder, 'few'));
  const mail = (i: number) =>
    `Date: Mon, 8 Jan 2024 08:0${i}:00 +0000\nFrom: Olive <olive@house.example>\nTo: ann@x.org\nMessage-ID: <${i}@x>\nSubject: chairs\n\nThe chairs are in the hall.\n`;
  for (const i of [0, 1]) writeFileSync(join(folder, 'few', `${i}.eml`), mail(i));
  await held('decoys-init', 'decoys', 'init', 'small', 'few', '--owner', 'olive@house.example');
  await held('decoys-persona', 'decoys', 'persona', 'small');
  const words = ['decoys', 'generate', 'small', '--mails', '400', ...NONE, '--lang', 'fr'];
  const code = await runCommandLine(words, host);
  if (code !== 0) assert.match(err(), /decoy-refused[\s\S]*demandez-en moins/);
  const path = join(folder, 'small', 'model.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"format":2', '"format":1'));
  const old = testHost(env, folder);
  assert.equal(await runCommandLine(['decoys', 'generate', 'small'], old.host), 1);
  assert.match(old.err(), /form 1; this one has form 2\): run tamis decoys init/);
});

test('bait: what could be registered, what is in a list, certificates, and an error', async () => {
  writeFileSync(join(folder, 'names'), 'mail-en-marche.fr\nexample.org\n');
  await held('bait-domains', 'bait', 'domains', 'en-marche.fr');
  const { hits } = await held('bait-domains', 'bait', 'domains', 'en-marche.fr', '--list', 'names');
  assert.equal((hits as unknown[]).length, 1);
  writeFileSync(
    join(folder, 'ct.json'),
    JSON.stringify([{ name_value: 'portal-office.fr\nwww.portal-office.fr', issuer_name: 'CN=R3' }]),
  );
  await held('bait-ct', 'bait', 'ct', 'ct.json', '--brand', 'en-marche.fr');
  await held('bait-mail', 'bait', 'mail', 'mail');
  await held('error', 'bait', 'domains', 'en-marche.fr', '--list', 'absent');
});
