/** A forger who has a domain, a mailbox and a text editor, and does not touch what is signed; and honest mail that looks like his. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type CaseStore, openCase } from '../../src/case/index.ts';
import { domainKey, makeTestKey, signMessage, type TestKey } from '../mail/sign.ts';
import { siftQuietly } from './sift-case.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-adversary-'));
after(() => rmSync(root, { recursive: true, force: true }));

const VICTIM = makeTestKey('party.example', 's1');
const FORGER = makeTestKey('elsewhere.example', 'k1');
const NAMES = ['from', 'to', 'subject', 'date', 'message-id', 'in-reply-to'];
const anne = 'Anne Martin <anne@party.example>';
const paul = 'Paul Durand <paul@party.example>';
const zoe = 'Zoe Roy <zoe@office.example>';
const mallory = 'M <m@elsewhere.example>';

let count = 0;

interface Mail {
  readonly from: string;
  readonly to?: string;
  readonly text: string;
  readonly id?: string;
  readonly answers?: string;
  readonly type?: string;
}

function mail({ from, to = paul, text, id, answers, type = 'text/plain; charset=utf-8' }: Mail): string {
  const number = ++count;
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: Number ${answers === undefined ? number : 'Re'}`,
    `Date: Mon, 3 Apr 2017 10:${String(number % 60).padStart(2, '0')}:00 +0200`,
    `Message-ID: <${id ?? `m${number}@test.example`}>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`]),
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}

const signed = (message: string, key: TestKey): string =>
  signMessage(message, key, { headers: NAMES, canonicalization: 'relaxed/relaxed' });

const quoted = (text: string): string =>
  text
    .split('\r\n')
    .map((line) => `> ${line}`)
    .join('\r\n');
const LIE = 'The account in the islands is open and 400,000 euros\r\nare to be sent there before Tuesday.';
const alternative = (plain: string, html: string): string =>
  [
    '--b',
    'Content-Type: text/plain',
    '',
    plain,
    '--b',
    'Content-Type: text/html',
    '',
    `<p>${html}</p>`,
    '--b--',
  ].join('\r\n');
const FORMS = { from: anne, type: 'multipart/alternative; boundary=b', id: 'forms@test.example' };
const LINKED = signed(
  mail({ from: anne, text: 'The plan: https://docs.example/plan?id=12 for you.' }),
  VICTIM,
);
const SAFE =
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdocs.example%2Fplan%3Fid%3D12&data=05&reserved=0';
const SCANNED = '---\r\nThis email has been checked for viruses by Avast antivirus software.\r\n';
const PRICE = 'We pay 4,250 euros for the hall on Monday, and the printer sends his bill later.';

const LEAK: Readonly<Record<string, string>> = {
  'stranger-signs': signed(mail({ from: anne, text: LIE }), FORGER),
  'name-shows-address': signed(
    mail({ from: '"Anne <anne@party.example>" <x9@elsewhere.example>', text: LIE }),
    FORGER,
  ),
  'invented-for-stranger': mail({ from: zoe, text: LIE, id: 'invented@test.example' }),
  'answer-of-stranger': signed(
    mail({ from: mallory, to: zoe, text: `Yes.\r\n${quoted(LIE)}`, answers: 'invented@test.example' }),
    FORGER,
  ),
  'written-to-victim': mail({ from: zoe, to: anne, text: PRICE, id: 'written@test.example' }),
  'answer-of-victim': signed(
    mail({ from: anne, to: zoe, text: `Fine.\r\n${quoted(PRICE)}`, answers: 'written@test.example' }),
    VICTIM,
  ),
  boundary: signed(
    mail({
      from: anne,
      type: 'multipart/mixed; boundary=own',
      text: `--own\r\nContent-Type: text/plain\r\n\r\nThey wrote:\r\n${alternative(LIE, LIE)}\r\n--own--`,
    }),
    VICTIM,
  ).replace('boundary=own', 'boundary=b'),
  'html-edited': mail({ ...FORMS, text: alternative(PRICE, PRICE.replace('4,250', '94,250')) }),
  'links-exchanged': LINKED.replace('https://docs.example/plan?id=12', SAFE),
  scanned: `${signed(mail({ from: anne, text: 'All is well, see you on Monday.' }), VICTIM)}${SCANNED}`,
  genuine: signed(mail({ from: anne, text: 'See you on Monday at nine.' }), VICTIM),
};

let store: CaseStore;

before(async () => {
  const put = (path: string, bytes: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes, 'latin1');
  };
  for (const [name, bytes] of Object.entries(LEAK)) put(`leak/${name}.eml`, bytes);
  // Mail of the house, so that it is known whose it is.
  for (let i = 0; i < 20; i++)
    put(`leak/usual-${i}.eml`, signed(mail({ from: anne, text: `Note ${i}.` }), VICTIM));
  for (let i = 0; i < 3; i++) put(`archive/${i}.eml`, mail({ from: anne, text: `Kept ${i}.` }));
  put('archive/forms.eml', mail({ ...FORMS, text: alternative(PRICE, PRICE) }));
  const now = () => new Date('2026-03-01T10:00:00Z');
  const caseDirectory = join(root, 'c.tamis');
  await siftQuietly(caseDirectory, {
    inputs: [join(root, 'leak')],
    references: [join(root, 'archive')],
    keys: [VICTIM, FORGER].map((key) => domainKey(key)),
    now,
  });
  store = openCase(caseDirectory, { now, readOnly: true });
});
after(() => store?.close());

function judged(name: string): readonly [verdict: string | undefined, code: string | undefined] {
  const judgement = store.itemByPath('leak', `leak/${name}.eml`)?.judgement;
  return [judgement?.verdict, judgement?.reasons[0]?.code];
}

test('a domain of one’s own vouches for nobody else', () => {
  assert.deepEqual(judged('stranger-signs'), ['unverified', 'stranger-signature']);
  assert.equal(judged('name-shows-address')[0], 'doubtful');
});

test('an answer vouches for what its sender can have had, and for nothing else', () => {
  assert.equal(judged('invented-for-stranger')[0], 'unverified');
  assert.deepEqual(judged('written-to-victim'), ['corroborated', 'quoted-by-signed']);
});

test('signed bytes read otherwise, and the HTML form alone edited', () => {
  assert.deepEqual(judged('boundary'), ['doubtful', 'exchanged-content-field']);
  assert.equal(judged('html-edited')[0], 'altered');
});

test('what filters do to honest mail is undone', () => {
  for (const name of ['links-exchanged', 'scanned', 'genuine'])
    assert.equal(judged(name)[0], 'authentic', name);
});
