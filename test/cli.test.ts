/** The command line from end to end, over the demo: the truth about it, and the JSON that others rely on. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Truth } from '../scripts/demo/truth.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { testHost } from '../src/cli/test-host.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tamis-cli-'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
for (const name of readdirSync(join(ROOT, 'docs/schema'))) {
  ajv.addSchema(JSON.parse(readFileSync(join(ROOT, 'docs/schema', name), 'utf8')));
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
}

async function run(...words: readonly string[]): Promise<Ran> {
  const { host, out, outBytes, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), bytes: outBytes(), err: err() };
}

/** The lines of a command run with --json, each held to its schema. */
async function json(schema: string, ...words: readonly string[]): Promise<Record<string, unknown>[]> {
  const { out } = await run(...words, '--json');
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value = JSON.parse(line);
      const valid = ajv.validate(`${schema}.json`, value);
      assert.ok(valid, `${words.join(' ')}: ${ajv.errorsText(ajv.errors)}\n${line.slice(0, 500)}`);
      return value;
    });
}

async function idOf(query: string): Promise<string> {
  const [hit] = await json('search', 'search', query);
  assert.ok(hit, query);
  return String(hit.id);
}

let summary: Record<string, unknown> = {};
before(async () => {
  [summary = {}] = await json('sift', 'demo');
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('every item of the demo gets a verdict that its truth accepts, for a reason it names', async () => {
  const truth: readonly Truth[] = JSON.parse(readFileSync(join(ROOT, 'demo/truth.json'), 'utf8'));
  const lines = await json('search', 'search');
  for (const { path, accept, reasons, what } of truth) {
    const line = lines.find((candidate) => candidate.path === path);
    assert.ok(line, path);
    if (accept.length > 0)
      assert.ok(accept.includes(String(line.verdict)), `${path} (${what}): ${line.verdict}`);
    const codes = JSON.stringify([line.reasons, line.failure]);
    for (const code of reasons)
      assert.ok(codes.includes(`"code":"${code}"`), `${path}: ${code} not in ${codes}`);
  }
});

test('sift tells what search lists, and sifting again changes nothing', async () => {
  const lines = await json('search', 'search');
  const { seconds: _, phases: _phases, ...counted } = summary;
  assert.equal(lines.length, (counted.items as { total: number }).total);
  const [{ seconds: __, phases: __phases, ...again } = {}] = await json('sift', 'demo');
  assert.deepEqual(again, counted);
});

test('lines of a search fit the terminal', async () => {
  for (const columns of [120, 80, 60]) {
    const { host, out } = testHost({ NO_COLOR: '1' }, folder);
    const stdout = { ...host.stdout, isTTY: true, columns };
    assert.equal(await runCommandLine(['search', '--case', 'demo.tamis'], { ...host, stdout }), 0);
    const lines = out().trimEnd().split('\n');
    assert.ok(lines.length > 50);
    for (const line of lines) assert.ok([...line].length <= columns, `${columns}: ${line}`);
  }
});

test('show gives every item whole, and its ranges are those of the raw bytes', async () => {
  for (const { id, kind } of await json('search', 'search')) {
    const [shown] = await json('show', 'show', String(id));
    assert.ok(shown);
    if (kind !== 'message') continue;
    const { bytes } = await run('show', String(id), '--raw');
    const headers = shown.headers as { name: string; raw: string; at: { start: number; end: number } }[];
    for (const { name, raw: field, at } of headers) {
      assert.ok(field.startsWith(name));
      assert.equal(bytes.toString('latin1', at.start, at.end), field, `${id} ${name}`);
    }
  }
});

test('why tells each verdict in both languages, with the words that differ', async () => {
  const id = await idOf('reason:reference-differs');
  const [told] = await json('why', 'why', id);
  assert.match(JSON.stringify(told), /seulement si on/u);
  const french = await run('why', id, '--lang', 'fr');
  assert.match(french.out, /Diffère de l’original/u);
  assert.match(french.out, /seulement si on/u);
  const english = await run('why', id);
  assert.match(english.out, /Differs from the original/u);
  const [mailbox] = await json('why', 'why', await idOf('kind:mailbox'));
  assert.equal(mailbox?.verdict, null);
});

test('similar and diff show an altered copy beside its original', async () => {
  const [altered] = await json('search', 'search', 'reason:reference-differs', '--limit', '1');
  const [found] = await json('similar', 'similar', String(altered?.id));
  const items = found?.items as { id: string; role: string; similarity: number }[];
  const original = items.find(({ role }) => role === 'reference');
  assert.ok(original && original.similarity > 0.5, JSON.stringify(found).slice(0, 300));
  const [told] = await json('diff', 'diff', original.id, String(altered?.id));
  assert.match(JSON.stringify(told?.pieces), /"added"/u);
  assert.match((await run('diff', original.id, String(altered?.id))).out, /\{\+[^}]+\+\}/u);
  assert.match((await run('similar', String(altered?.id))).out, /%/u);
});

test('failures lists each with its next step', async () => {
  const lines = await json('failures', 'failures');
  assert.equal(lines.length, summary.failures);
  assert.ok(lines.some(({ code }) => code === 'encrypted'));
  assert.match((await run('failures')).out, /--password/u);
  assert.equal(
    (await json('failures', 'failures', '--code', 'truncated')).every(({ code }) => code === 'truncated'),
    true,
  );
});

test('keys can be brought in later and decide then', async () => {
  const dump = join(ROOT, 'demo/dump/divers');
  const [without] = await json('sift', 'sift', dump, '--case', 'late.tamis');
  assert.match(JSON.stringify(without?.verdicts), /"authentic":0/u);
  const file = join(ROOT, 'demo/keys.jsonl');
  const [first] = await json('keys-import', 'keys', 'import', file, '--case', 'late.tamis');
  assert.deepEqual(first, { read: 4, added: 4, known: 0, skipped: 0 });
  const [second] = await json('keys-import', 'keys', 'import', file, '--case', 'late.tamis');
  assert.equal(second?.known, 4);
  assert.equal((await json('keys', 'keys', 'list', '--case', 'late.tamis')).length, 4);
  const authentic = await json('search', 'search', 'verdict:authentic', '--case', 'late.tamis');
  assert.ok(authentic.length >= 3);
});

test('keys recover tells what there was to compute from', async () => {
  const args = ['--domain', 'nobody.example', '--case', 'late.tamis'];
  assert.deepEqual(await json('keys-recover', 'keys', 'recover', ...args), [
    { groups: 0, pairs: 0, keys: [] },
  ]);
});

test('export writes each format, and nothing over anything', async () => {
  for (const format of ['jsonl', 'csv', 'mbox', 'eml', 'dat']) {
    const [written] = await json(
      'export',
      'export',
      '--case',
      'demo.tamis',
      '-f',
      format,
      'kind:message',
      '-o',
      `out-${format}`,
    );
    assert.equal(written?.exported, (summary.items as { message: number }).message, format);
    const [again] = await json(
      'error',
      'export',
      '--case',
      'demo.tamis',
      '-f',
      format,
      '-o',
      `out-${format}`,
    );
    assert.match(JSON.stringify(again), /exist/u);
  }
});

test('verify finds the originals as they were, and one that was changed', async () => {
  const dump = join(folder, 'small.eml');
  writeFileSync(dump, 'Subject: a\r\n\r\nb\r\n');
  await json('sift', 'sift', dump, '--case', 'small.tamis');
  const [good] = await json('verify', 'verify', '--case', 'small.tamis');
  assert.equal(good?.ok, true);
  writeFileSync(dump, 'Subject: a\r\n\r\nc\r\n');
  const { code } = await run('verify', '--case', 'small.tamis');
  assert.equal(code, 1);
  const [bad] = await json('verify', 'verify', '--case', 'small.tamis');
  assert.match(JSON.stringify(bad?.wrong), /"type":"changed"/u);
});

test('traces tell what was touched, as one report, by kind and by value', async () => {
  const [report] = await json('traces', 'traces', '--case', 'demo.tamis');
  assert.match(String(report?.notice), /not to be forged/u);
  assert.ok(Array.isArray(report?.late) && report.late.length > 0);
  const groups = await json('traces', 'traces', 'person', '--case', 'demo.tamis');
  const guest = groups.find(({ value }) => value === 'Гость');
  assert.equal(guest?.items, 1);
  const [bearer] = await json('traces', 'traces', '--value', 'Гость', '--case', 'demo.tamis');
  const [hit] = await json('search', 'search', 'touched:after-send', '--case', 'demo.tamis');
  assert.equal(bearer?.id, hit?.id);
});

test('errors say what to do', async () => {
  const several = await run('search');
  assert.equal(several.code, 1);
  assert.match(several.err, /several cases.*--case/su);
  const [unknown] = await json('error', 'show', 'zzzzzz', '--case', 'demo.tamis');
  assert.match(JSON.stringify(unknown), /"code":"no-item"/u);
  const bad = await run('search', 'from:(bob', '--case', 'demo.tamis');
  assert.equal(bad.code, 1);
  assert.match(bad.err, /from:\(bob\n\s+\^/u);
});
