import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeTestKey } from '../../../test/mail/sign.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-keys-'));
const { record } = makeTestKey('example.org', 'good', 1024);

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

before(async () => {
  const message = 'From: anna@example.org\r\nSubject: Note\r\n\r\nText.\r\n';
  writeFileSync(join(folder, 'a.eml'), message);
  const line = (selector: string, of: string, dates: object) =>
    JSON.stringify({ domain: 'example.org', selector, record: of, ...dates });
  const seen = { firstSeen: '2016-01-01', lastSeen: '2018-06-30' };
  writeFileSync(
    join(folder, 'keys.jsonl'),
    [line('good', record, seen), line('gone', 'v=DKIM1; p=', {})].join('\n'),
  );
  const { code, err } = await run('sift', 'a.eml', '--case', 'c.tamis', '--keys', 'keys.jsonl');
  assert.equal(code, 0, err);
});
after(() => rmSync(folder, { recursive: true }));

test('each key stands on a line, with its strength, its time, and whether it was withdrawn', async () => {
  const { out } = await run('keys', 'list', '-c', 'c.tamis');
  const lineOf = (selector: string) => out.split('\n').find((line) => line.includes(` ${selector} `)) ?? '';
  assert.match(lineOf('good'), /^example\.org +good .*rsa 1024 +2016-01-01–2018-06-30/u);
  assert.match(lineOf('gone'), / withdrawn /u);
  assert.match((await run('keys', 'list', '-c', 'c.tamis', '--lang', 'fr')).out, / retirée /u);
});

test('as JSON, a withdrawn key has no strength', async () => {
  const { out } = await run('keys', 'list', '-c', 'c.tamis', '--json');
  const keys: { selector: string; algorithm: string | null; bits: number | null }[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    keys
      .map(({ selector, algorithm, bits }) => [selector, algorithm, bits])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
    [
      ['gone', null, null],
      ['good', 'rsa', 1024],
    ],
  );
});
