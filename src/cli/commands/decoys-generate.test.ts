import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixtureMailbox } from '../../decoys/fit/fixture-mailbox.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost();
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

test('from a Maildir to a set of decoys that two people approve', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-decoys-'));
  try {
    const [maildir, work, block] = ['Maildir', 'decoys', 'people.txt'].map((name) => join(folder, name));
    if (maildir === undefined || work === undefined || block === undefined) throw new RangeError('no paths');
    mkdirSync(join(maildir, 'cur'), { recursive: true });
    fixtureMailbox(30).forEach(({ bytes }, i) => {
      writeFileSync(join(maildir, 'cur', `${i}:2,S`), bytes);
    });
    writeFileSync(block, 'Jeanne Martin\n');

    const init = ['decoys', 'init', work, maildir, '--owner', 'olive.owner@house.example', '--block', block];
    const learnt = JSON.parse((await run(...init, '--seed', '0a'.repeat(32), '--json')).out);
    assert.deepEqual([learnt.threads, learnt.language], [30, 'en']);
    assert.equal((await run(...init)).code, 1, 'a workspace is not overwritten');
    assert.equal(statSync(join(work, 'model.json')).mode & 0o077, 0);

    assert.equal((await run('decoys', 'generate', work)).code, 1, 'personas come first');
    assert.match(
      (await run('decoys', 'persona', work, '--lang', 'fr')).out,
      /@house\.example>\n[\s\S]*personnages/u,
    );
    assert.equal((await run('decoys', 'persona', work, '--domain', 'gmail.com')).code, 1);

    const counts = [
      '--mails',
      '12',
      '--documents',
      '2',
      '--calendars',
      '1',
      '--contacts',
      '1',
      '--accounts',
      '1',
    ];
    const made = JSON.parse((await run('decoys', 'generate', work, ...counts, '--json')).out);
    const list = readFileSync(join(work, 'decoys.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      list.map(({ index }) => index),
      Array.from({ length: 17 }, (_, i) => i),
    );
    for (const { path } of list) assert.ok(statSync(join(work, path)).size > 0);
    assert.equal((await run('decoys', 'generate', work, ...counts, '--llm', 'http://192.0.2.1/v1')).code, 1);

    const approve = async (name: string) =>
      JSON.parse((await run('decoys', 'check', work, '--approve', name, '--json')).out);
    assert.equal((await approve('Ann Lee')).type, 'not-approved');
    assert.equal((await approve('ann lee')).type, 'not-approved');
    const verdict = await approve('Bo Marsh');
    assert.deepEqual([verdict.type, verdict.recipe], ['approved', made.recipe]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
