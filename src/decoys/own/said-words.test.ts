import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shinglesOf } from '../../examine/near-duplicates/shingles.ts';
import { saidIn } from './mailbox-texts.ts';
import { SaidWords, SaidWordsBuilder } from './said-words.ts';

const TEXTS = Array.from({ length: 400 }, (_, i) =>
  Array.from({ length: 60 }, (_, word) => `w${(i * 31 + word * word) % 97}`).join(' '),
);

test('every run of a text that was added is said, and no other', () => {
  const builder = new SaidWordsBuilder();
  for (const text of TEXTS) builder.add(text);
  const said = builder.done();
  const all = new Set(TEXTS.flatMap((text) => [...shinglesOf(text, false)]));
  assert.equal(said.size, all.size);
  for (const run of all) assert.ok(said.has(run));
  for (const run of shinglesOf('nothing of this was ever written by anybody here', false))
    assert.ok(!said.has(run));
  assert.ok(!new SaidWordsBuilder().done().has(0));
});

test('a file of them reads back, and one that was cut, or is another, does not', () => {
  const said = new SaidWords(Uint32Array.of(3, 9, 0xffffffff));
  const bytes = said.bytes();
  assert.ok(SaidWords.read(bytes)?.has(0xffffffff));
  assert.equal(SaidWords.read(bytes)?.size, 3);
  assert.equal(SaidWords.read(bytes.subarray(0, bytes.length - 1)), null);
  assert.equal(SaidWords.read(new SaidWords(Uint32Array.of(9, 3)).bytes()), null);
  assert.equal(SaidWords.read(Buffer.from('{}')), null);
});

test('what a message quotes, and the texts and messages it carries, are said as well', async () => {
  const inner = 'Subject: b\n\nforwarded words stand in here\n';
  const message = [
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x\n\n> quoted words of another mail\n',
    '--x\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\nthe words of a table\n',
    `--x\nContent-Type: message/rfc822\n\n${inner}\n--x--\n`,
  ].join('\n');
  async function* messages() {
    yield { bytes: Buffer.from(message) };
    yield { bytes: Buffer.from('no header') };
  }
  const said = await saidIn(messages());
  for (const text of [
    'quoted words of another mail',
    'the words of a table',
    'forwarded words stand in here',
  ])
    for (const run of shinglesOf(text, false)) assert.ok(said.has(run), text);
});
