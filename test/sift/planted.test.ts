/** A forger who puts a leak together: what he plants in it, and in the archive, must not vouch for what he invents. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type CaseStore, openCase } from '../../src/case/index.ts';
import { domainKey, makeTestKey, sealMessage, signMessage, type TestKey } from '../mail/sign.ts';
import { siftQuietly } from './sift-case.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-planted-'));
after(() => rmSync(root, { recursive: true, force: true }));

const PARTY = makeTestKey('party.example', 's1', 1024);
const PAPER = makeTestKey('paper.example', 'p1', 1024);
const STUDIO = makeTestKey('studio.example', 't1', 1024);
const FORGER = makeTestKey('elsewhere.example', 'k1', 1024);
const RELAY = makeTestKey('redirect.example', 'r1', 1024);
/** Put into the DNS when the leak was out. */
const LATE = makeTestKey('party.example', 'k2', 1024);

const anne = 'Anne Martin <anne@party.example>';
const paul = 'Paul Durand <paul@party.example>';
const nadia = 'Nadia Brun <nadia@paper.example>';
const otto = 'Otto Keller <otto@studio.example>';
const mallory = 'M <m@elsewhere.example>';
const zoe = 'Zoe Roy <zoe@office.example>';
const away = 'Anne <anne@redirect.example>';
const AUTHORS = [
  [nadia, PAPER],
  [otto, STUDIO],
  [paul, PARTY],
] as const;

let count = 0;

interface Mail {
  readonly from: string;
  readonly to?: string;
  readonly text: string;
  readonly id?: string;
  readonly answers?: string;
  readonly subject?: string;
  readonly type?: string;
}

function mail({ from, to = paul, text, id, answers, subject, type = 'text/plain' }: Mail): string {
  const number = ++count;
  return [
    ...[
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject ?? `Number ${answers === undefined ? number : 'Re'}`}`,
    ],
    `Date: Mon, ${1 + (number % 27)} Apr 2017 10:00:00 +0200`,
    `Message-ID: <${id ?? `m${number}@test.example`}>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`]),
    ...['MIME-Version: 1.0', `Content-Type: ${type}`, '', text, ''],
  ].join('\r\n');
}

const signed = (message: string, key: TestKey): string =>
  signMessage(message, key, { headers: ['from', 'to', 'subject', 'date', 'message-id'] });
const quoted = (text: string): string => text.replace(/^/gm, '> ');
const LIE = 'The account in the islands is open and 400,000 euros\r\nare to be sent there before Tuesday.';

function answered(parent: string, from: string, key: TestKey): readonly [string, string] {
  const id = `parent-of-${key.domain}@test.example`;
  const answer = mail({ from, to: parent, text: `Yes.\r\n${quoted(LIE)}`, answers: id });
  return [mail({ from: parent, to: from, text: LIE, id }), signed(answer, key)];
}

const [toForger, ofForger] = answered(zoe, mallory, FORGER);
const [toPaper, ofPaper] = answered('Lea <lea@office.example>', nadia, PAPER);
/** The forger's own paper, its Message-ID taken from somebody else. */
const PAPERS = { type: 'multipart/mixed; boundary=b', id: 'bill@test.example' };
const paper = `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=plan.txt\r\n\r\n${LIE.repeat(9)}\r\n--b--`;
const EDITED = signed(mail({ from: anne, text: 'The hall is free on Monday.' }), PARTY);
const LIST = 'List-Id: The black fund <fund.lists.example>\r\n';

const LEAK: Readonly<Record<string, string>> = {
  'to-forger': toForger,
  'of-forger': ofForger,
  'to-paper': toPaper,
  'of-paper': ofPaper,
  'sealed-by-forger': sealMessage(mail({ from: zoe, text: LIE }), FORGER, 1, 'none'),
  'sealed-by-relay': sealMessage(mail({ from: zoe, to: away, text: 'On Monday at nine.' }), RELAY, 1, 'none'),
  paper: signed(mail({ from: mallory, to: anne, text: paper, ...PAPERS }), FORGER),
  bill: mail({
    from: zoe,
    to: anne,
    text: 'The bill of March is 4,250 euros, as agreed with Paul.',
    id: 'bill@test.example',
  }),
  'late-key': signed(mail({ from: anne, text: LIE }), LATE),
  'planted-twice': EDITED.replace('is free', 'is taken'),
  tag:
    LIST +
    signed(mail({ from: anne, text: 'The bill.', subject: 'Bill' }), PARTY).replace(
      'Bill',
      '[The black fund] Bill',
    ),
  'as-html': signed(mail({ from: anne, text: 'We do not pay. Ask <press@party.example>.' }), PARTY).replace(
    'text/plain',
    'text/html',
  ),
};

let store: CaseStore;

before(async () => {
  const put = (path: string, bytes: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes, 'latin1');
  };
  for (const [name, bytes] of Object.entries(LEAK)) put(`leak/${name}.eml`, bytes);
  for (let i = 0; i < 27; i++)
    put(`leak/usual-${i}.eml`, signed(mail({ from: anne, to: nadia, text: `Note ${i}.` }), PARTY));
  // Genuine mail of three houses: under a forger's seal, and on its way through a relay to which they write.
  for (const [at, [from, key]] of [...AUTHORS, ...AUTHORS].entries()) {
    put(
      `leak/planted-${at}.eml`,
      sealMessage(signed(mail({ from, to: anne, text: `P ${at}.` }), key), FORGER, 1, 'none'),
    );
    put(
      `leak/passed-${at}.eml`,
      sealMessage(signed(mail({ from, to: away, text: `R ${at}.` }), key), RELAY, 1, 'none'),
    );
  }
  put('leak/plan.txt', LIE.repeat(9));
  put('archive/planted-twice.eml', LEAK['planted-twice'] ?? '');
  put('archive/kept.eml', mail({ from: anne, text: 'Kept.' }));
  const now = () => new Date('2026-03-01T10:00:00Z');
  const caseDirectory = join(root, 'c.tamis');
  const usual = [PARTY, PAPER, STUDIO, FORGER, RELAY].map((key) => domainKey(key));
  await siftQuietly(caseDirectory, {
    inputs: [join(root, 'leak')],
    references: [join(root, 'archive')],
    keys: [...usual, domainKey(LATE, { trust: 'dns', firstSeen: '2017-06-01', lastSeen: '2017-06-02' })],
    now,
  });
  store = openCase(caseDirectory, { now, readOnly: true });
});
after(() => store?.close());

function judged(name: string): readonly [verdict: string | undefined, code: string | undefined] {
  const judgement = store.itemByPath('leak', `leak/${name}.eml`)?.judgement;
  return [judgement?.verdict, judgement?.reasons[0]?.code];
}

test('an answer vouches only where others write to who answered', () => {
  assert.equal(judged('to-forger')[0], 'unverified');
  assert.deepEqual(judged('to-paper'), ['corroborated', 'quoted-by-signed']);
});

test('seals on copies of genuine mail make no relay of a forger’s domain', () => {
  assert.deepEqual(judged('sealed-by-forger'), ['unverified', 'stranger-signature']);
  assert.deepEqual(judged('sealed-by-relay'), ['corroborated', 'arc-chain-valid']);
});

test('what a stranger sends vouches for no file, and against no message', () => {
  const file = store.itemByPath('leak', 'leak/plan.txt')?.judgement;
  assert.deepEqual([file?.verdict, file?.reasons[0]?.code], ['unverified', 'same-bytes-stranger']);
  assert.equal(judged('bill')[0], 'unverified');
});

test('a key put into the DNS later, an edit planted in the archive too, and a list named by its forger', () => {
  assert.deepEqual(judged('late-key'), ['corroborated', 'dkim-aligned-weak']);
  assert.equal(judged('planted-twice')[0], 'corroborated');
  assert.deepEqual(judged('tag'), ['corroborated', 'dkim-aligned-except-unknown']);
});

test('a signed text read as another type', () => {
  assert.deepEqual(judged('as-html'), ['doubtful', 'exchanged-content-field']);
});
