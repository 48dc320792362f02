import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openCase } from '../../case/open.ts';
import { caseOfVerdicts } from '../../publish/testing/case.ts';
import { docxOf } from '../../publish/testing/docx.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-publish-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const { directory, store, ids } = caseOfVerdicts(folder);
store.close();

const schemas = new URL('../../../docs/schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
for (const name of readdirSync(schemas).filter((one) => one.startsWith('publish')))
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, schemas), 'utf8')));

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

/** What a command prints with --json, held to its schema. */
async function json(command: string, ...words: readonly string[]): Promise<Record<string, unknown>> {
  const { out, err } = await run('publish', command, ...words, '--json');
  assert.notEqual(out, '', err);
  const value = JSON.parse(out);
  assert.ok(ajv.validate(`publish-${command}.json`, value), ajv.errorsText(ajv.errors));
  return value;
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const WHEN = ['--at', '2017-05-05T21:30', '--zone', 'Europe/Paris', '--territory', 'FR-metropole'];

test('a night in French: blocked, noted, overridden, and all of it in the custody log', async () => {
  const draft = file(
    'a.docx',
    docxOf([
      'La campagne piratée',
      'Des courriels volés ont été diffusés, dans le but de peser sur le vote.',
      `Le message [tamis:${ids.authentic}] est authentique, sa signature DKIM se vérifie.`,
    ]),
  );
  const first = await run('publish', 'check', draft, '--lang', 'fr', ...WHEN);
  assert.equal(first.code, 1);
  assert.match(first.out, /^G1 +passe /mu);
  assert.match(first.out, /^G7 +BLOQUE /mu);
  assert.match(first.out, /Ne publiez pas encore\u00a0: 2 contrôles bloquent \(G7, G8\)\./u);
  const noted = await json(
    'note',
    draft,
    '--editor',
    'Anne Martin',
    '--public-interest',
    'Le vote',
    '--necessity',
    'La preuve',
    '--less-intrusive',
    'Un résumé',
    '--legal',
    'Me Paul Durand, 5 mai',
    '--trigger',
    'notre enquête',
  );
  assert.equal((noted.note as Record<string, string>).editor, 'Anne Martin');
  assert.equal(
    (
      await run(
        'publish',
        'override',
        'G8',
        draft,
        '--by',
        'moi',
        '--reason',
        'parce que je le veux',
        ...WHEN,
      )
    ).code,
    1,
  );
  const covered = await json(
    'override',
    'G8',
    draft,
    '--by',
    'Anne Martin',
    '--reason',
    'La campagne a refusé de répondre à 20 h',
    ...WHEN,
  );
  assert.equal(covered.covered, 1);
  const report = await json('check', draft, ...WHEN);
  assert.equal(report.blocked, false);
  const last = await run('publish', 'check', draft, '--lang', 'fr', ...WHEN);
  assert.match(last.out, /^G8 +levé /mu);
  assert.match(last.out, /levé par Anne Martin/u);
  const read = openCase(directory, { now: () => new Date(), readOnly: true });
  const actions = [...read.custody()].map(({ action }) => action);
  read.close();
  assert.deepEqual(
    actions.filter((action) => action.startsWith('publish')),
    ['publish-checked', 'publish-noted', 'publish-override', 'publish-checked', 'publish-checked'],
  );
});

test('without a case what hangs on it could not be checked, and is said', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'tamis-publish-'));
  const path = join(elsewhere, 'a.md');
  writeFileSync(path, `# T\n\nVoir [tamis:${ids.authentic} vérifié : DKIM].`);
  const { host, out } = testHost({}, elsewhere);
  await runCommandLine(['publish', 'check', path], host);
  assert.match(out(), /^G2 +could not check/mu);
  rmSync(elsewhere, { recursive: true });
});

test('redact writes the result and its log, for its owner alone, and never over anything', async () => {
  const source = file('lettre.docx', docxOf(['Tél. 06 12 34 56 78', 'Camille Aubrac']));
  file('noms.txt', 'Camille Aubrac\n');
  const report = await json(
    'redact',
    source,
    '-o',
    'sortie.docx',
    '--names',
    'noms.txt',
    '--pseudonyms',
    '--lang',
    'fr',
  );
  assert.equal(report.path, join(folder, 'sortie.txt'));
  assert.equal(readFileSync(join(folder, 'sortie.txt'), 'utf8'), 'Tél. [téléphone 1]\n[personne 1]');
  for (const name of ['sortie.txt', 'sortie.txt.log.json', 'case.tamis/pseudonyms.json'])
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  const again = await run('publish', 'redact', source, '-o', 'sortie.txt');
  assert.equal(again.code, 1);
  assert.match(again.err, /is there already/u);
  const log = readFileSync(join(folder, 'sortie.txt.log.json'), 'utf8');
  assert.doesNotMatch(log, /06 12|Aubrac|lettre/u);
  assert.ok(ajv.validate('publish-redact.json', JSON.parse(log)), ajv.errorsText(ajv.errors));
});

test('mistakes are named', async () => {
  const draft = file('b.md', '# T\n\nTexte.');
  for (const [words, pattern] of [
    [['check', 'absent.md'], /absent\.md: cannot be read/u],
    [
      ['check', draft, '--election', 'FR-presidential-2017-round-3'],
      /Did you mean FR-presidential-2017-round/u,
    ],
    [['note', draft], /nothing to record/u],
    [['redact', draft], /-o PATH/u],
    [['redact', draft, '-o', 'x.md', '--keep', 'phones'], /--keep phones/u],
    [['redact', draft, '-o', 'x.md', '--box', '1,2'], /X,Y,WIDTH,HEIGHT/u],
  ] as const) {
    const { code, err } = await run('publish', ...words);
    assert.notEqual(code, 0);
    assert.match(err, pattern);
  }
});
