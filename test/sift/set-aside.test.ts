import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { domainKey, makeTestKey, signMessage } from '../mail/sign.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const FOOTER = [
  '_______________________________________________',
  'Team mailing list',
  'Team@lists.example.net',
  'https://lists.example.net/mailman/listinfo/team',
  '',
].join('\n');

const file = (name: string, text: string) =>
  `--b1\nContent-Type: text/plain; name=${name}\nContent-Disposition: inline; filename=${name}\n\n${text}\n`;

test('a file that a list put into a message does not inherit what its signature vouches for', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'dump'));
  const key = makeTestKey('example.org', 'sel');
  for (let n = 1; n <= 6; n++) {
    const head = `From: u${n}@example.org\nTo: team@lists.example.net\nSubject: S${n}\nDate: Mon, ${n} May 2017 10:00:00 +0200`;
    const type = `Message-ID: <${n}@example.org>\nContent-Type: multipart/mixed; boundary=b1\n`;
    const own = `--b1\nContent-Type: text/plain\n\nHello all\n${file('own.txt', 'my own words')}`;
    const signed = signMessage(`${head}\n${type}\n${own}--b1--\n`, key);
    const sent = signed.replace('--b1--\n', `${file('footer.txt', FOOTER)}--b1--\n`);
    writeFileSync(join(folder, 'dump', `${n}.eml`), `List-Id: Team <team.lists.example.net>\n${sent}`);
  }
  const directory = join(folder, 'case.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'dump')], keys: [domainKey(key)] });
  const store = readCase(t, directory);
  const verdictOf = (path: string) => {
    const judgement = store.itemByPath('leak', path)?.judgement;
    return [judgement?.verdict, judgement?.reasons[0]?.code];
  };
  assert.deepEqual(verdictOf('dump/1.eml'), ['authentic', 'dkim-aligned-except']);
  assert.deepEqual(verdictOf('dump/1.eml/own.txt'), ['authentic', 'inherits']);
  assert.deepEqual(verdictOf('dump/1.eml/footer.txt'), ['unverified', 'inherits-not-covered']);
});

test('a text in none of the parts is found, told, and takes nothing from its message', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'dump'));
  const key = makeTestKey('example.org', 'sel');
  const head = 'From: u@example.org\nTo: v@example.net\nSubject: S\nDate: Mon, 1 May 2017 10:00:00 +0200';
  const type = 'Message-ID: <1@example.org>\nContent-Type: multipart/mixed; boundary=b1\n';
  // Looks like a message, and is none: nobody is shown it.
  const hidden = 'From: u@example.org\nSubject: hidden\n\nThe vault opens with marigold.';
  const body = `${hidden}\n--b1\nContent-Type: text/plain\n\nHello all\n${file('own.txt', 'my own words')}--b1--\n`;
  writeFileSync(join(folder, 'dump', '1.eml'), signMessage(`${head}\n${type}\n${body}`, key));
  const directory = join(folder, 'case.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'dump')], keys: [domainKey(key)] });
  const store = readCase(t, directory);
  const [found] = [...store.search('marigold', { role: 'leak' })];
  assert.equal(found?.path, 'dump/1.eml/preamble.txt');
  const item = store.itemByPath('leak', 'dump/1.eml/preamble.txt');
  assert.deepEqual([item?.kind, item?.text, item?.judgement?.verdict], ['document', hidden, 'unverified']);
  assert.equal(item?.judgement?.reasons[0]?.code, 'inherits-not-covered');
  const message = store.itemByPath('leak', 'dump/1.eml');
  assert.deepEqual(
    message?.defects.map(({ code, detail }) => [code, detail]),
    [['text-outside-parts', 'preamble.txt']],
  );
  assert.deepEqual(message?.children, { expected: 2, emitted: 2, failed: 0, skipped: 0 });
  assert.equal(store.itemByPath('leak', 'dump/1.eml/own.txt')?.judgement?.reasons[0]?.code, 'inherits');
});
