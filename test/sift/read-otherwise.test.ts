/** What two programs read otherwise: From, parameters, signatures above signatures, and what acts beside the words of the archive. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type CaseStore, openCase } from '../../src/case/index.ts';
import { domainKey, makeTestKey, signMessage } from '../mail/sign.ts';
import { siftQuietly } from './sift-case.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-read-otherwise-'));
after(() => rmSync(root, { recursive: true, force: true }));

const PARTY = makeTestKey('party.example', 's1', 1024);
const STRANGER = makeTestKey('elsewhere.example', 'e1', 1024);

let count = 0;

function mail(from: string, text = 'The hall is free on Monday.', more: readonly string[] = []): string {
  const number = ++count;
  const date = `Mon, 3 Apr 2017 10:${String(number % 60).padStart(2, '0')}:00 +0200`;
  return [
    ...[`From: ${from}`, 'To: Nadia Brun <nadia@paper.example>', `Subject: Number ${number}`],
    ...[`Date: ${date}`, `Message-ID: <r${number}@test.example>`, 'MIME-Version: 1.0'],
    ...(more.length > 0 ? more : ['Content-Type: text/plain; charset=utf-8']),
    ...['', text, ''],
  ].join('\r\n');
}

const ANNE = 'Anne Martin <anne@party.example>';
/** As Gmail signed for years. */
const NAMES = ['mime-version', 'from', 'to', 'subject', 'date', 'message-id'];
const byStranger = (from: string): string => signMessage(mail(from), STRANGER);

const MULTIPART = ['Content-Type: multipart/mixed; boundary=XX'];
const PARTS = '--XX\r\nContent-Type: text/plain\r\n\r\nThey lie:\r\n--YY\r\n\r\nWe pay.\r\n--YY--\r\n--XX--';
const FORMS = [
  '--XX\r\nContent-Type: text/plain\r\n\r\nPlease sign the petition today.',
  '--XX\r\nContent-Type: text/html\r\n\r\n<p>Please sign the <a href="https://party.example/p">petition</a> today.</p>',
  '--XX--',
].join('\r\n');
const kept = (): string => mail(ANNE, FORMS, ['Content-Type: multipart/alternative; boundary=XX']);
const KEPT = [kept(), kept(), kept(), kept()] as const;

const INNER = mail(ANNE, 'The hall is free on Monday, as the mayor said to all of us in the meeting,');
const piece = (number: number): string =>
  `Content-Type: message/partial; id="p@party.example"; number=${number}; total=2`;

const LEAK: Readonly<Record<string, string>> = {
  'two-mailboxes.eml': byStranger('paul@bank.example, via <x@elsewhere.example>'),
  'no-semicolon.eml': byStranger('<x@elsewhere.example>;paul@bank.example'),
  'via.eml': byStranger('"paul@bank.example via courier" <x@elsewhere.example>'),
  'google.eml': signMessage(mail(ANNE), STRANGER, { field: 'X-Google-DKIM-Signature' }),
  'twice.eml': signMessage(mail(ANNE, PARTS, MULTIPART), PARTY, { headers: NAMES }).replace(
    'boundary=XX',
    'boundary=XX; boundary=YY',
  ),
  'first-line.eml': signMessage(signMessage(mail(ANNE), PARTY), STRANGER, { length: 5 }),
  'piece-1.eml': signMessage(mail(ANNE, INNER, [piece(1)]), PARTY),
  'piece-2.eml': signMessage(
    mail('x@elsewhere.example', 'and the mayor was paid for it.', [piece(2)]),
    STRANGER,
  ),
  'kept.eml': `X-Folder: 1\r\n${KEPT[0]}`,
  'link.eml': KEPT[1].replace('https://party.example/p', 'https://elsewhere.example/p'),
  'answers.eml': `Reply-To: x@elsewhere.example\r\n${KEPT[2]}`,
  'filtered.eml': KEPT[3].replace(
    'https://party.example/p',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fparty.example%2Fp&amp;data=1',
  ),
};

let store: CaseStore;

before(async () => {
  const put = (path: string, bytes: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes, 'latin1');
  };
  for (const [name, bytes] of Object.entries(LEAK)) put(`leak/${name}`, bytes);
  for (const [number, bytes] of KEPT.entries()) put(`archive/${number}.eml`, bytes);
  const now = () => new Date('2026-03-01T10:00:00Z');
  const caseDirectory = join(root, 'c.tamis');
  await siftQuietly(caseDirectory, {
    inputs: [join(root, 'leak')],
    references: [join(root, 'archive')],
    keys: [PARTY, STRANGER].map((key) => domainKey(key)),
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

test('who signs for one house does not sign for another that From shows as well', () => {
  assert.match(judged('two-mailboxes.eml'), /^unverified stranger-signature/);
  assert.match(judged('no-semicolon.eml'), /^unverified stranger-signature/);
  assert.equal(judged('via.eml'), 'corroborated dkim-aligned-weak other-address-shown');
});

test('a signature of Google’s kind by another domain vouches for nothing', () => {
  assert.match(judged('google.eml'), /^unverified stranger-signature/);
});

test('a genuine first piece does not vouch for a message that somebody else completed', () => {
  assert.equal(judged('piece-1.eml'), 'authentic dkim-aligned');
  assert.match(judged('piece-1.eml/whole-message'), /^unverified .*rebuilt/);
});

test('a boundary that an unsigned field names twice shows two messages', () => {
  assert.match(judged('twice.eml'), /^doubtful exchanged-content-field/);
});

test('a stranger’s signature over less casts no doubt on the sender’s own', () => {
  assert.equal(judged('first-line.eml'), 'authentic dkim-aligned covers-less');
});

test('the archive vouches for words, and for what acts beside them where it has the same', () => {
  assert.match(judged('kept.eml'), /^authentic reference-identical-canonical/);
  assert.match(judged('link.eml'), /^corroborated reference-other-links/);
  assert.match(judged('answers.eml'), /^corroborated reference-other-links/);
  assert.match(judged('filtered.eml'), /^authentic reference-identical-canonical/);
});
