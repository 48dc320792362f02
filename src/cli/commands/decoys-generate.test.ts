import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixtureMailbox } from '../../decoys/testing/fixture-mailbox.ts';
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

test('a language model writes mails through a server of its protocol, and what it refuses is written without it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-decoys-'));
  const prompts: string[] = [];
  const server = createServer((asked, reply) => {
    let body = '';
    asked.on('data', (chunk) => {
      body += chunk;
    });
    asked.on('end', () => {
      const { messages, model }: { messages: { content: string }[]; model: string } = JSON.parse(body);
      prompts.push(`${model}: ${messages[0]?.content}`);
      const content = [
        `The ${prompts.length} grey folding chairs come back to the cellar on Monday.`,
        "I'm sorry, but I can't help with that.",
        'He took a bribe.',
      ][prompts.length % 3];
      reply.end(
        JSON.stringify({
          choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/v1`;
  try {
    const [mailbox, work] = [join(folder, 'INBOX'), join(folder, 'decoys')];
    mkdirSync(mailbox);
    fixtureMailbox(30).forEach(({ bytes }, i) => {
      writeFileSync(join(mailbox, `${i}.eml`), bytes);
    });
    await run(
      'decoys',
      'init',
      work,
      mailbox,
      '--owner',
      'olive.owner@house.example',
      '--seed',
      '0c'.repeat(32),
    );
    await run('decoys', 'persona', work);
    const none = ['documents', 'calendars', 'contacts', 'accounts'].flatMap((kind) => [`--${kind}`, '0']);
    const words = [
      'decoys',
      'generate',
      work,
      '--mails',
      '9',
      ...none,
      '--llm',
      address,
      '--llm-model',
      'small',
    ];
    const made = JSON.parse((await run(...words, '--json')).out);
    assert.deepEqual(made.model, { written: 6, empty: 0, refused: 3, junk: 0, failed: 0 });
    assert.equal(prompts.length, 9);
    assert.match(prompts[0] ?? '', /^small: Write the body of an ordinary office e-mail of about \d+ words/);
    const list = readFileSync(join(work, 'decoys.jsonl'), 'utf8').trim().split('\n');
    const origins = list.map((line) => JSON.parse(line).origin.type);
    assert.equal(
      origins.filter((type) => type === 'language-model').length,
      3,
      'what a guard refuses is not kept',
    );
    const wrong = await run(...words.map((word) => (word === address ? 'http://192.0.2.1/v1' : word)));
    assert.match(wrong.err, /not-loopback/);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
