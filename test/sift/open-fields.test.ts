/** Genuine signed mail, sent again with fields that nobody signed; parts of a domain; and a mailbox that was written into. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type CaseStore, openCase } from '../../src/case/index.ts';
import { domainKey, makeTestKey, sealMessage, signMessage, type TestKey } from '../mail/sign.ts';
import { writeMsg } from '../outlook/msg-writer.ts';
import { text as property, time } from '../outlook/pst-heap.ts';
import { siftQuietly } from './sift-case.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-open-fields-'));
after(() => rmSync(root, { recursive: true, force: true }));

const PARTY = makeTestKey('party.example', 's1', 1024);
/** Of a service that ended, and whose name somebody else holds now. */
const PART = makeTestKey('old.party.example', 'u1', 1024);
const PROVIDER = makeTestKey('google.com', 'arc', 1024);

let count = 0;

interface Mail {
  readonly text?: string;
  readonly type?: string;
  readonly id?: string;
}

function mail({
  text = 'The hall is free on Monday.',
  type = 'text/plain; charset=utf-8',
  id,
}: Mail = {}): string {
  const number = ++count;
  const date = `Mon, 3 Apr 2017 10:${String(number % 60).padStart(2, '0')}:00 +0200`;
  return [
    `Received: from laptop.local by out.party.example with ESMTPSA id q${number}; ${date}`,
    'From: Anne Martin <anne@party.example>',
    'To: Nadia Brun <nadia@paper.example>',
    `Subject: Number ${number}`,
    `Date: ${date}`,
    `Message-ID: <${id ?? `m${number}@test.example`}>`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    text,
    '',
  ].join('\r\n');
}

/** As Gmail signed for years. */
const NAMES = ['mime-version', 'from', 'to', 'subject', 'date', 'message-id'];
const signed = (message: string, key: TestKey = PARTY): string =>
  signMessage(message, key, { headers: NAMES });

const FLOWED = { text: 'He said he is in \r\ncapable of it.', type: 'text/plain; format=flowed' };
const KEPT = mail({ text: 'The photograph on the left is the best one.', id: 'kept@test.example' });
const subjectOf = (message: string): string => /Subject: (.*)\r/.exec(message)?.[1] ?? '';
const dateOf = (message: string): string =>
  new Date(/\r\nDate: (.*)\r/.exec(message)?.[1] ?? '').toISOString();
const PLANTED = mail({ text: 'The account in the islands is open, and the money is there.' });

const LEAK: Readonly<Record<string, string | Uint8Array>> = {
  'genuine.eml': signed(mail()),
  'reply-to.eml': `Reply-To: Anne Martin <anne@elsewhere.example>\r\n${signed(mail())}`,
  'own-reply-to.eml': `Reply-To: Press <press@party.example>\r\n${signed(mail())}`,
  'bcc.eml': `Bcc: bank@elsewhere.example\r\n${signed(mail())}`,
  'sender.eml': `Sender: bank@elsewhere.example\r\n${signed(mail())}`,
  'joined.eml': signed(mail(FLOWED)).replace('format=flowed', 'format=flowed; delsp=yes'),
  'file.eml': signed(mail()).replace('text/plain;', 'text/plain; name="confession.txt";'),
  'part.eml': signed(mail(), PART),
  'sealed.eml': sealMessage(mail(), PROVIDER, 1, 'none', 'dkim=pass header.i=@party.example'),
  'sealed-for-himself.eml': sealMessage(mail(), PROVIDER, 1, 'none', 'dkim=none'),
  'planted.eml': PLANTED,
  'kept.eml': signed(KEPT),
  'kept.msg': writeMsg({
    values: [
      ...[property(0x1a, 'IPM.Note'), property(0x37, subjectOf(KEPT)), property(0xe04, 'Nadia Brun')],
      ...[property(0xc1a, 'Anne Martin'), property(0xc1f, 'anne@party.example')],
      property(0x1000, 'The photograph on the left is the best one.'),
      ...[property(0x1035, '<kept@test.example>'), time(0x39, dateOf(KEPT)), time(0xe06, dateOf(KEPT))],
    ],
  }),
};

let store: CaseStore;

before(async () => {
  const put = (path: string, bytes: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes, 'latin1');
  };
  for (const [name, bytes] of Object.entries(LEAK)) put(`leak/${name}`, bytes);
  for (let i = 0; i < 40; i++) put(`leak/usual-${i}.eml`, signed(mail({ text: `Note ${i}.` })));
  put('archive/planted.eml', PLANTED);
  const now = () => new Date('2026-03-01T10:00:00Z');
  const caseDirectory = join(root, 'c.tamis');
  await siftQuietly(caseDirectory, {
    inputs: [join(root, 'leak')],
    references: [join(root, 'archive')],
    keys: [PARTY, PART, PROVIDER].map((key) => domainKey(key)),
    now,
  });
  store = openCase(caseDirectory, { now, readOnly: true });
});
after(() => store?.close());

function judged(name: string): string {
  const judgement = store.itemByPath('leak', `leak/${name}`)?.judgement;
  const codes = judgement?.reasons.map(({ code }) => code) ?? [];
  return [judgement?.verdict, ...codes.filter((code) => code !== 'reference-absent')].join(' ');
}

test('a field of another house that nobody signed is no part of an authentic message', () => {
  assert.equal(judged('genuine.eml'), 'authentic dkim-aligned');
  assert.equal(judged('own-reply-to.eml'), 'authentic dkim-aligned');
  assert.equal(judged('reply-to.eml'), 'corroborated dkim-aligned-weak unsigned-reply-to');
  assert.equal(judged('bcc.eml'), 'corroborated dkim-aligned-weak unsigned-recipients');
  assert.equal(judged('sender.eml'), 'authentic dkim-aligned unsigned-sender');
});

test('what is shown hangs on a field that nobody signed', () => {
  assert.equal(judged('joined.eml'), 'corroborated dkim-aligned-weak open-reading');
  assert.equal(judged('file.eml'), 'corroborated dkim-aligned-weak unsigned-file-name');
});

test('a part of a domain does not speak for an address that the domain itself signs for', () => {
  assert.equal(judged('part.eml'), 'corroborated dkim-aligned-weak part-of-domain');
});

test('the seal of a provider is believed where it says that the sender had signed', () => {
  assert.match(judged('sealed.eml'), /arc-chain-valid/);
  assert.match(judged('sealed-for-himself.eml'), /stranger-signature/);
});

test('mail planted in the archive lacks what its sender’s server puts on all', () => {
  assert.match(judged('planted.eml'), /^corroborated reference-identical-bytes unsigned-unlike-others/);
});

test('a copy that a store rebuilt in the same words casts no doubt', () => {
  assert.equal(judged('kept.eml'), 'authentic dkim-aligned');
  assert.doesNotMatch(judged('kept.msg'), /same-id-other-content/);
});
