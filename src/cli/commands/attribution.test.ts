import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { LINT_TEXTS } from '../../attribution/index.ts';
import { MATRIX_PROBLEM_TEXTS } from '../../attribution/matrix-problem.ts';
import { LEVEL_WORDS, RATING_LEGEND, SAY } from '../attribution/words.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-attribution-'));
const matrix = join(folder, 'matrix.json');
const schemas = new URL('../../../docs/schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
for (const name of readdirSync(schemas).filter((one) => one.startsWith('attribution')))
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, schemas), 'utf8')));

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost();
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

/** What a command prints with --json, held to its schema. */
async function json(schema: string, ...words: readonly string[]): Promise<Record<string, unknown>> {
  const value = JSON.parse((await run('attribution', ...words, '--json')).out);
  assert.ok(ajv.validate(`${schema}.json`, value), ajv.errorsText(ajv.errors));
  return value;
}

before(async () => {
  writeFileSync(matrix, (await run('attribution', 'example')).out);
});
after(() => rmSync(folder, { recursive: true }));

test('the example is a matrix to start from, scored as it is', async () => {
  const then = await run('attribution', 'score', matrix, '--at', '2017-05-12');
  assert.match(then.out, /^H2 +hacktivist +4\.95 /mu);
  assert.match(then.out, /Ahead, but on few rows: GRU.*\(2 rows\)/u);
  assert.match(then.out, /false flag: behind by 2 rows \(E01, E03\)/u);
  const now = await run('attribution', 'score', matrix, '--judgements', '--lang', 'fr');
  assert.match(now.out, /^H4 +faux drapeau +6,83 /mu);
  assert.match(
    now.out,
    /Établi, autant que les indices le montrent\u00a0: le GRU.*dont jugements d’autrui\u00a0: 2/u,
  );
  assert.match(now.out, /APT28.*Sandworm.*à égalité/u);
});

test('a matrix that nobody has rated yet says nothing of who leads', async () => {
  const file = join(folder, 'unrated.json');
  assert.equal((await run('attribution', 'new', '-o', file)).code, 0);
  for (const command of ['score', 'sensitivity']) {
    const { out } = await run('attribution', command, file);
    assert.match(out, /^No row tells the hypotheses apart/mu, command);
    assert.doesNotMatch(out, /least inconsistent:/u, command);
  }
});

test('what is no text is not found to be without fault', async () => {
  const file = join(folder, 'draft.docx');
  writeFileSync(file, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]));
  const { code, out, err } = await run('attribution', 'lint', file);
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /is no plain text: nothing was checked\..*\(not-text\)/u);
  const absent = await run('attribution', 'lint', join(folder, 'absent.txt'));
  assert.match(absent.err, /absent\.txt cannot be read: there is no such file or folder/u);
});

test('a day that no calendar has is none', async () => {
  const { code, err } = await run('attribution', 'score', matrix, '--at', '2017-02-30');
  assert.notEqual(code, 0);
  assert.match(err, /--at 2017-02-30: write a day as/u);
});

test('judgements of others are left out unless asked for, and it is said', async () => {
  const off = await json('attribution-score', 'score', matrix);
  assert.deepEqual(off.judgementsLeftOut, ['E15', 'E16']);
  const on = await json('attribution-score', 'score', matrix, '--judgements', '--at', '2020-12-31');
  assert.deepEqual([on.later, on.leaders], [['E16'], ['H1b']]);
});

test('sensitivity names the rows that carry the result, and says it per row', async () => {
  const { out } = await run('attribution', 'sensitivity', matrix);
  assert.match(out, /Rows that carry the result: E01, E03/u);
  assert.match(out, /^M1 .*least inconsistent: APT28/mu);
  await json('attribution-sensitivity', 'sensitivity', matrix, '--judgements');
});

test('show lays out the matrix, with likelihood and confidence on lines of their own', async () => {
  const { out } = await run('attribution', 'show', matrix);
  assert.match(out, /^ +E01 +2017-04-25 +B2 +C +N +I +I +I +1\.41$/mu);
  assert.match(out, /^ +likelihood: roughly even chance \(45–55%\)$/mu);
  assert.match(out, /^ +confidence: low$/mu);
  assert.doesNotMatch(out, /E15 +2020/u);
});

test('items that evidence links to are looked up in the case, and the linter counts its verdicts', async () => {
  const directory = join(folder, 'leak.tamis');
  const dump = join(folder, 'note.eml');
  writeFileSync(dump, 'From: a@example.org\r\nSubject: Note\r\n\r\nText.\r\n');
  assert.equal((await run('sift', dump, '--case', directory)).code, 0);
  const linked = join(folder, 'linked.json');
  const changed = JSON.parse(readFileSync(matrix, 'utf8'));
  changed.evidence[0].links = [
    { kind: 'item', ref: 'note.eml' },
    { kind: 'item', ref: 'ffffffffffff' },
  ];
  writeFileSync(linked, JSON.stringify(changed));
  const { out } = await run('attribution', 'show', linked, '--case', directory);
  assert.match(out, /^ +note\.eml: unverified, note\.eml$/mu);
  assert.match(out, /^ +ffffffffffff: not in this case$/mu);
  await json('attribution-show', 'show', linked, '--case', directory);
  const draft = join(folder, 'claim.txt');
  writeFileSync(draft, 'All of it is authentic.\n');
  const lint = await run('attribution', 'lint', draft, '--case', directory);
  assert.match(lint.out, /error verdict-not-shown authentic/u);
});

test('posts that evidence links to are looked up by id, platform and id, or address; a case without any says so', async () => {
  const directory = join(folder, 'posts.tamis');
  const posts = join(folder, 'posts.jsonl');
  const at = '2017-05-05T18:49:00.000Z';
  const lines = ['861', '862'].map((id) =>
    JSON.stringify({ platform: 'x', id, account: 'a', time: at, text: `#MacronLeaks ${id}\u001b[31m` }),
  );
  writeFileSync(posts, `${lines.join('\n')}\n`);
  const note = join(folder, 'plain.eml');
  writeFileSync(note, 'From: a@example.org\r\nSubject: Note\r\n\r\nText.\r\n');
  const linked = join(folder, 'linked-posts.json');
  const changed = JSON.parse(readFileSync(matrix, 'utf8'));
  const refs = ['861', 'x/862', 'https://x.com/somebody/status/862?s=20', 'facebook:861', "86' OR '1'='1"];
  changed.evidence[0].links = refs.map((ref) => ({ kind: 'post', ref }));
  writeFileSync(linked, JSON.stringify(changed));
  assert.equal((await run('sift', note, '--case', directory)).code, 0);
  assert.match(
    (await run('attribution', 'show', linked, '--case', directory)).out,
    /861: this case has no posts/u,
  );
  assert.equal((await run('spread', 'import', posts, '--case', directory)).code, 0);
  const { posts: found } = await json('attribution-show', 'show', linked, '--case', directory);
  assert.deepEqual(
    (found as { posts: { id: string; time: number }[] }[]).map(({ posts: all }) => all.map(({ id }) => id)),
    [['861'], ['862'], ['862'], [], []],
  );
  const { out } = await run('attribution', 'show', linked, '--case', directory);
  assert.match(out, /^ +861: x, 2017-05-05T18:49:00Z, #MacronLeaks 861/mu);
  assert.ok(!out.includes('\u001b[31m'));
  assert.match(out, /^ +facebook:861: not in this case$/mu);
});

test('matrices of two analysts side by side', async () => {
  const other = join(folder, 'other.json');
  const changed = JSON.parse(readFileSync(matrix, 'utf8'));
  changed.analyst = 'second';
  changed.evidence[3].ratings.H4 = 'I';
  writeFileSync(other, JSON.stringify(changed));
  const { out } = await run('attribution', 'compare', matrix, other);
  assert.match(out, /^E04 +H4 +C \/ I +opposed$/mu);
  assert.match(out, /69\/70 cells rated alike/u);
  await json('attribution-compare', 'compare', matrix, other);
  assert.match((await run('attribution', 'compare', matrix)).err, /two matrices/u);
});

test('lint tells faults by line and ends with 1; a clean text with 0', async () => {
  const draft = join(folder, 'draft.md');
  writeFileSync(draft, '# Note\n\nWe have high confidence that it is likely.\nSome are forged.\n');
  const { code, out } = await run('attribution', 'lint', draft);
  assert.equal(code, 1);
  assert.match(out, /draft\.md:3:9 error confidence-and-likelihood high confidence: /u);
  assert.match(out, /:4:10 note verdict-needs-case forged/u);
  await json('attribution-lint', 'lint', draft);
  writeFileSync(draft, 'Il est probable que ce soit le GRU.\n');
  assert.deepEqual(await run('attribution', 'lint', draft, '--lang', 'fr'), {
    code: 0,
    out: 'Rien à redire.\n',
    err: '',
  });
});

test('a file that is no matrix is told with the place', async () => {
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"question":"Who?","hypotheses":{"H1":"one"},"evidence":[{"id":"E1"}]}');
  const { code, err } = await run('attribution', 'score', bad);
  assert.equal(code, 1);
  assert.match(err, /hypotheses: too few; evidence\.0\.date: a day is wanted/u);
  assert.match((await run('attribution', 'score', bad, '--lang', 'fr')).err, /date\u00a0: il faut un jour/u);
  assert.match((await run('attribution', 'score', matrix, '--at', 'May')).err, /2017-05-12/u);
});

test('French texts keep their signs with the word before', () => {
  for (const words of [SAY, LEVEL_WORDS, RATING_LEGEND, LINT_TEXTS, MATRIX_PROBLEM_TEXTS])
    for (const { en, fr } of Object.values(words)) {
      assert.ok(en.length > 1 && fr.length > 1);
      assert.doesNotMatch(fr, / [:;!?»%]|« |'/u, fr);
    }
});

test('a new matrix has what the case shows as rows, linked and not rated', async () => {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const mail = (id: string, from: string, to: string) =>
    `From: ${from}\r\nTo: ${to}\r\nSubject: Log in\r\nDate: 1 Mar 2017 10:00:00 +0000\r\nMessage-ID: <${id}>\r\n\r\nHello.\r\n`;
  // So many that the look-alike is no domain of the house.
  for (let i = 0; i < 30; i += 1)
    writeFileSync(
      join(dump, `${i}.eml`),
      mail(`${i}@valdore.example`, 'a@valdore.example', 'b@valdore.example'),
    );
  writeFileSync(join(dump, 'x.eml'), mail('x@va1dore.example', 'a@va1dore.example', 'b@valdore.example'));
  const caseFolder = join(folder, 'new.tamis');
  assert.equal((await run('sift', dump, '--case', caseFolder)).code, 0);
  const file = join(folder, 'new.json');
  const made = await run('attribution', 'new', '--case', caseFolder, '--analyst', 'Anne Martin', '-o', file);
  assert.equal(made.code, 0, made.err);
  const written = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(ajv.validate('attribution.json', written), ajv.errorsText(ajv.errors));
  const row = written.evidence.find(({ links }: { links: { ref: string }[] }) =>
    links.some(({ ref }) => ref === 'va1dore.example'),
  );
  assert.ok(row.links.some(({ kind }: { kind: string }) => kind === 'item'));
  assert.deepEqual([...new Set(Object.values(row.ratings))], ['N']);
  // Nothing leads while nothing is rated.
  const scored = await run('attribution', 'score', file, '--json');
  assert.equal(JSON.parse(scored.out).leaders.length, 5);
  assert.match(
    (await run('attribution', 'show', file, '--case', caseFolder)).out,
    /va1dore\.example: 1 item \(tamis search 'from:"@va1dore\.example"'\)/u,
  );
  const looked = await json('attribution-show', 'show', file, '--case', caseFolder);
  assert.deepEqual(
    (looked.findings as { ref: string; items: number }[]).map(({ ref, items }) => `${ref} ${items}`),
    ['va1dore.example 1'],
  );
  assert.match((await run('attribution', 'new', '-o', file)).err, /exists already\. Name another path/u);
  const own = ['--hypothesis', 'A=one', '--hypothesis', 'B=two', '--question', 'Who?'];
  assert.equal((await run('attribution', 'new', ...own, '-o', join(folder, 'own.json'))).code, 0);
  assert.equal(
    JSON.parse((await run('attribution', 'score', join(folder, 'own.json'), '--json')).out).leaders.length,
    2,
  );
  assert.match((await run('attribution', 'new', '--hypothesis', 'A', '-o', 'x.json')).err, /ID=NAME/u);
});

test('an assessment that says more than its rows bear is told', async () => {
  const example = JSON.parse(readFileSync(matrix, 'utf8'));
  const file = join(folder, 'bold.json');
  const bold = [{ hypothesis: 'H3', likelihood: 'very-likely', confidence: 'high', because: 'I feel it.' }];
  writeFileSync(file, JSON.stringify({ ...example, assessments: bold }));
  assert.match(
    (await run('attribution', 'score', file)).out,
    /^! insider is called likely, and less speaks against/mu,
  );
  const told = await json('attribution-score', 'score', file);
  assert.equal((told.assessmentFaults as { code: string }[])[0]?.code, 'behind');
  assert.deepEqual((await json('attribution-score', 'score', matrix)).assessmentFaults, []);
});
