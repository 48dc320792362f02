import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { findChromium } from '../../dossier/index.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-dossier-'));
const schemas = new URL('../../../docs/schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const name of ['common', 'dossier'])
  ajv.addSchema(JSON.parse(readFileSync(new URL(`${name}.json`, schemas), 'utf8')));

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost(process.env, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

let made = 0;
async function dossier(...words: readonly string[]) {
  const path = join(folder, `dossier-${made++}`);
  const { code, out, err } = await run(
    'dossier',
    '-c',
    join(folder, 'c.tamis'),
    '-o',
    path,
    '--json',
    ...words,
  );
  assert.equal(code, 0, err);
  const summary: {
    files: readonly string[];
    judged: number;
    verdicts: Record<string, number>;
    claims: readonly { text: string; items: readonly string[] }[];
    faults: readonly unknown[];
    gates: readonly { gate: string; outcome: string }[];
    silenceInForce: readonly string[] | null;
  } = JSON.parse(out);
  assert.ok(ajv.validate('dossier.json', summary), ajv.errorsText(ajv.errors));
  const read = (name: string) => readFileSync(join(path, name), 'utf8');
  return { path, summary, html: read('dossier.html'), markdown: read('statement.md') };
}

before(async () => {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const mail = (subject: string, body: string) =>
    `From: Secret Person <secret.person@valdore.example>\r\nTo: b@valdore.example\r\nSubject: ${subject}\r\nDate: 1 Mar 2017 10:00:00 +0000\r\nMessage-ID: <one@valdore.example>\r\n\r\n${body}\r\n`;
  // One Message-ID and two contents; the reference holds the second.
  writeFileSync(
    join(dump, 'a.eml'),
    mail('<script>alert(1)</script> \u202etxt.exe', 'The budget is ten thousand euros this year.'),
  );
  writeFileSync(
    join(dump, 'b.eml'),
    mail('"><img src=x onerror=alert(1)>', 'The budget is ninety million euros this year.'),
  );
  writeFileSync(join(dump, 'c.txt'), 'Call +33 1 44 55 66 77 or write to secret.person@valdore.example.');
  const reference = join(folder, 'own');
  mkdirSync(reference);
  writeFileSync(join(reference, 'b.eml'), readFileSync(join(dump, 'b.eml')));
  const words = ['--reference', reference, '--case', join(folder, 'c.tamis')];
  const { code, err } = await run('sift', dump, ...words);
  assert.equal(code, 0, err);
});
after(() => rmSync(folder, { recursive: true }));

test('the page stands alone, and nothing of the leak becomes markup', async () => {
  const { html } = await dossier();
  assert.match(html, /default-src 'none'/u);
  for (const hostile of [
    /<script/iu,
    /<img/iu,
    /\u202e/u,
    /\b(?:src|href)="?(?:https?:|\/\/)/iu,
    /@import|url\(/iu,
  ])
    assert.doesNotMatch(html, hostile);
  assert.match(html, /&lt;script&gt;alert/u);
  for (const section of ['figures', 'examples', 'timeline', 'statement', 'method'])
    assert.match(html, new RegExp(`<h2 id="${section}">`, 'u'));
});

test('press and platforms get no words of the leak and no address', async () => {
  for (const audience of ['press', 'platform']) {
    const { html, markdown } = await dossier('--for', audience);
    assert.doesNotMatch(html, /secret|@valdore|alert\(1\)|a\.eml|44 55 66/iu);
    assert.doesNotMatch(markdown, /secret|@valdore/iu);
  }
  const { html } = await dossier('--for', 'prosecutor');
  assert.match(html, /a\.eml/u);
  assert.doesNotMatch(html, /44 55 66|id="statement"/u);
});

test('figures are those of the case, and each claim cites items that are there', async () => {
  const { summary, markdown, html } = await dossier('--for', 'press');
  assert.equal(
    summary.judged,
    Object.values(summary.verdicts).reduce((sum, count) => sum + count, 0),
  );
  assert.match(summary.claims[0]?.text ?? '', /3 items, 2 messages/u);
  const cited = summary.claims.flatMap(({ items }) => items);
  assert.ok(cited.length > 0);
  for (const id of cited) {
    assert.equal((await run('show', id, '-c', join(folder, 'c.tamis'))).code, 0);
    assert.ok(markdown.includes(`[tamis:${id}, `) && html.includes(id));
  }
  assert.deepEqual(summary.faults, []);
  assert.deepEqual([summary.verdicts.authentic, summary.verdicts.altered], [1, 1]);
  // Labels, links, personal data and words are ours to get right; the rest is for a person to add.
  for (const gate of ['G2', 'G4', 'G6', 'G10'])
    assert.equal(summary.gates.find((one) => one.gate === gate)?.outcome, 'passes', gate);
  assert.doesNotMatch(summary.claims.map(({ text }) => text).join(' '), /doubtful/u);
});

test('French is set as French is', async () => {
  const { html, summary } = await dossier('--lang', 'fr', '--election', 'FR-presidential-2017-round-2');
  const text = html
    .replace(/<style>.*<\/style>/su, '')
    .replace(/<code>.*?<\/code>/gsu, '')
    .replace(/<bdi>.*?<\/bdi>/gsu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll(/&[a-z#0-9]+;/gu, 'x');
  assert.doesNotMatch(text, /\p{L} [;!?»%]|« /u);
  assert.match(text, /Ce qui n’a pu être vérifié/u);
  assert.deepEqual(summary.faults, []);
});

test('the silence clock speaks of the moment asked about', async () => {
  const election = ['--election', 'FR-presidential-2017-round-2'];
  const night = await dossier(...election, '--at', '2017-05-05T22:30Z');
  assert.ok(night.summary.silenceInForce?.some((entry) => entry.endsWith(' FR-metropole')));
  assert.match(night.html, /Ask counsel before you speak/u);
  // The moment asked about is not the day on which the page was made.
  assert.doesNotMatch(/<header>.*?<\/header>/su.exec(night.html)?.[0] ?? '22:30', /22:30/u);
  const later = await dossier(...election, '--at', '2017-05-09T00:00Z');
  assert.deepEqual(later.summary.silenceInForce, []);
});

test('nobody is named without a matrix; with one, likelihood and confidence stand apart', async () => {
  const none = await dossier();
  assert.match(none.markdown, /We name nobody/u);
  writeFileSync(join(folder, 'm.json'), (await run('attribution', 'example')).out);
  const some = await dossier('--matrix', 'm.json');
  assert.match(
    some.markdown,
    /by our assessment: roughly even chance\.\n\nOur confidence in this assessment is low\./u,
  );
  assert.deepEqual(some.summary.faults, []);
});

test('it is printed to PDF where there is a browser', async (t) => {
  if (findChromium(process.env) === null) return t.skip('no Chromium here');
  const { path } = await dossier('--pdf', '--for', 'press');
  assert.equal(readFileSync(join(path, 'dossier.pdf')).subarray(0, 5).toString(), '%PDF-');
});

test('without a browser it is said, and nothing is written over', async () => {
  const path = join(folder, 'dossier-0');
  const { err } = await run('dossier', '-c', join(folder, 'c.tamis'), '-o', path);
  assert.match(err, /exists already/u);
  assert.equal(findChromium({ PATH: '', TAMIS_CHROMIUM: join(folder, 'nothing') }), null);
});

test('the press gets the draft without what its own author still has to mend; hours that agree stand together', async () => {
  const election = ['--election', 'FR-presidential-2017-round-2', '--at', '2017-05-06T12:00Z'];
  const press = await dossier('--for', 'press', ...election);
  assert.match(press.html, /id="statement"/u);
  assert.doesNotMatch(press.html, /id="checks"|G7/u);
  const inside = await dossier('--for', 'internal', ...election);
  assert.match(inside.html, /id="checks".*G7/su);
  const silence = /id="silence">.*?<\/section>/su.exec(press.html)?.[0] ?? '';
  // Results are held back everywhere from one instant to another: one row, by the clocks of Paris.
  assert.equal(silence.match(/results, even partial/gu)?.length, 1);
  assert.match(silence, /Sat 6 May 2017 12:00 Paris<br>– Sun 7 May 2017 20:00 Paris/u);
  assert.match(silence, /rules are in force on Sat 6 May 2017 14:00 Paris, in/u);
});

test('without an election named, the next on record within 30 days counts', async () => {
  const near = await dossier('--at', '2017-05-06T12:00Z');
  assert.match(near.html, /French presidential election 2017, run-off/u);
  assert.ok((near.summary.silenceInForce ?? []).length > 0);
  const far = await dossier('--at', '2018-05-06T12:00Z');
  assert.equal(far.summary.silenceInForce, null);
});

test('an assessment against its own rows is told to those who decide', async () => {
  const { out } = await run('attribution', 'example');
  const file = join(folder, 'bold.json');
  const assessments = [{ hypothesis: 'H3', likelihood: 'likely', confidence: 'low', because: 'x' }];
  writeFileSync(file, JSON.stringify({ ...JSON.parse(out), assessments }));
  const { html } = await dossier('--matrix', file, '--for', 'internal');
  assert.match(html, /insider is called likely, and less speaks against/u);
});
