import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem } from '../../case/index.ts';
import { concludeCase } from '../../conclude/conclude.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-traces-command-'));
after(() => rmSync(root, { recursive: true, force: true }));

const directory = join(root, 'a.tamis');
const store = createCase(directory, { now: () => new Date('2017-06-01') });
const core = 'docProps/core.xml';
const mailer = { kind: 'x-mailer', value: 'Mail\u001b[2J 3', where: 'X-Mailer' } as const;
store.addItems(
  [
    makeMessage({ path: 'd/1.eml', date: '2017-01-01T10:00:00.000Z', item: { traces: [mailer] } }),
    makeRecord({
      path: 'd/1.eml/plan.docx',
      parent: 'd/1.eml',
      kind: 'document',
      metadata: [
        { field: 'last-author', value: 'Гость', where: `${core} cp:lastModifiedBy` },
        { field: 'modified', value: '2017-03-27T10:00:00Z', where: `${core} dcterms:modified` },
      ],
      clocks: [
        {
          source: `${core} dcterms:modified`,
          time: '2017-03-27T10:00:00Z',
          precision: 'second',
          zone: 'UTC',
        },
      ],
    }),
  ].map((record) => prepareItem('leak', record)),
);
concludeCase(store);
store.close();

async function run(...words: readonly string[]) {
  const { host, out, err } = testHost({}, root);
  const code = await runCommandLine(['traces', ...words, '--case', directory], host);
  return { code, out: out(), err: err() };
}

test('the report says first that touched is not forged, then what was found, in both languages', async () => {
  const english = await run();
  assert.equal(english.code, 0, english.err);
  assert.match(english.out, /^A trace shows[\s\S]*touched is not to be\s+forged[\s\S]*planted/u);
  assert.match(
    english.out,
    /Saved after the fact\n {2}1 document after the message that carries them was sent/u,
  );
  assert.match(english.out, /85\sdays after \w+ +Гость +plan\.docx/u);
  const french = await run('--lang', 'fr');
  assert.match(french.out, /Être touché n’est\s+pas être falsifié[\s\S]*Enregistrés après coup/u);
});

test('a kind is listed, and nothing from a leak acts on the terminal', async () => {
  const { out } = await run('x-mailer');
  assert.match(out, /Mail\ufffd\[2J 3/u);
  assert.match(out, /too little to compare with/u);
  assert.equal((await run('nonsense')).code, 2);
});

test('a value finds the items that bear it, with place and time', async () => {
  const { out } = await run('--value', 'гост', '--json');
  const [item] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(item.name, 'plan.docx');
  assert.deepEqual(item.traces, [
    { kind: 'person', value: 'Гость', where: `${core} cp:lastModifiedBy`, time: '2017-03-27T10:00:00Z' },
  ]);
});

test('--json has everything', async () => {
  const whole = JSON.parse((await run('--json')).out);
  assert.match(whole.notice, /not to be forged/u);
  assert.deepEqual(Object.keys(whole), [
    'notice',
    'usual',
    'lastMessage',
    'windows',
    'late',
    'conflicts',
    'derived',
    'groups',
  ]);
  assert.equal(whole.late.length, 1);
  assert.equal(whole.groups.length, 2);
});
