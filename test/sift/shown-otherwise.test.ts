/** Messages vouched for by an archive, by copies and by answers, with what a reader is shown changed and what these vouch for kept. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { domainKey, makeTestKey, signMessage } from '../mail/sign.ts';
import { writeMsg } from '../outlook/msg-writer.ts';
import { text as property, time } from '../outlook/pst-heap.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const PARTY = makeTestKey('party.example', 's1', 1024);
const LIE = 'The account in Nassau is open and the money has to be there before Tuesday.';
const ANNE = 'Anne Martin <anne@party.example>';
const ZOE = 'Zoe Roy <zoe@bureau.example>';
const OTTO = 'Otto Keller <otto@studio.example>';

interface Mail {
  readonly from?: string;
  readonly to?: string;
  readonly id: string;
  readonly subject?: string;
  readonly answers?: string;
  readonly type?: string;
  readonly text: string;
}

const DATE = 'Mon, 3 Apr 2017 10:00:00 +0200';

function mail({ from = ZOE, to = ANNE, id, subject = 'The hall', answers, type, text }: Mail): string {
  return [
    `Received: from laptop.local by out.example with ESMTPSA id ${id.slice(0, 4)}; ${DATE}`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${DATE}`,
    `Message-ID: <${id}@test.example>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}@test.example>`]),
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`,
    '',
    text,
    '',
  ].join('\r\n');
}

const part = (type: string, body: string): string => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
const twoForms = (plain: string, html: string): Pick<Mail, 'type' | 'text'> => ({
  type: 'multipart/alternative; boundary=b',
  text: `${part('text/plain', plain)}${part('text/html', html)}--b--`,
});
const withFile = (name: string): Pick<Mail, 'type' | 'text'> => ({
  type: 'multipart/mixed; boundary=b',
  text: `${part('text/plain', 'Here is the plan.')}${part(`application/pdf; name="${name}"`, '%PDF-1.4 plan')}--b--`,
});
const signed = (message: string): string =>
  signMessage(message, PARTY, { headers: ['from', 'to', 'subject', 'date', 'message-id', 'content-type'] });

const WORDS = 'We can deliver the posters on Friday for 900 euros and the flags a week later.';
const ANSWER = signed(
  mail({
    ...{ from: ANNE, to: OTTO, id: 'answer', answers: 'offer', subject: 'Re: Posters' },
    text: `Fine.\r\n\r\nOn Monday Otto Keller <otto@studio.example> wrote:\r\n> ${WORDS}`,
  }),
);
const KEPT = mail({ from: ANNE, to: ZOE, id: 'kept', text: 'The photograph on the left is best.' });
const storedAs = (subject: string) =>
  writeMsg({
    values: [
      ...[
        property(0x1a, 'IPM.Note'),
        property(0x37, subject),
        property(0x1000, 'The photograph on the left is best.'),
      ],
      ...[property(0x42, 'Anne Martin'), property(0x65, 'anne@party.example')],
      ...[time(0x39, new Date(DATE).toISOString()), property(0x7d, KEPT.slice(0, KEPT.indexOf('\r\n\r\n')))],
    ],
  });
const BAND = mail({ id: 'band', text: 'The band plays until ten and gets 900 euros.' });

const ARCHIVE: Readonly<Record<string, string>> = {
  'forms.eml': mail({ id: 'forms', ...twoForms('See you at nine.', '<p>See you at nine.</p>') }),
  'hidden.eml': mail({ id: 'hidden', ...twoForms('We pay nothing.', '<p>We pay nothing.</p>') }),
  'file.eml': mail({ id: 'file', ...withFile('Plan.pdf') }),
  'name.eml': mail({ id: 'name', text: 'We need forty chairs.' }),
  'band.eml': BAND,
  'band-too.eml': BAND.replace('900', '9,900'),
};

const LEAK: Readonly<Record<string, string | Uint8Array>> = {
  'forms.eml': mail({ id: 'forms', ...twoForms('See you at nine.', `<p>${LIE}</p>`) }),
  'hidden.eml': mail({
    id: 'hidden',
    ...twoForms('We pay nothing.', '<p>We pay <span style="display:none">nothing</span>.</p>'),
  }),
  'file.eml': mail({ id: 'file', ...withFile('Bribes.pdf') }),
  'name.eml': mail({ id: 'name', text: 'We need forty chairs.', from: 'Boris <zoe@bureau.example>' }),
  'band.eml': BAND.replace('900', '9,900'),
  'answer.eml': ANSWER,
  'offer.eml': mail({ from: 'Boris <boris@offshore.example>', id: 'offer', subject: 'Posters', text: WORDS }),
  'kept.eml': signed(KEPT),
  'same.msg': storedAs('The hall'),
  'kept.msg': storedAs('Money for the mayor'),
};

test('nobody vouches for what a reader is shown beside the words that are vouched for', async (t) => {
  const root = temporaryFolder(t);
  for (const [folder, files] of Object.entries({ leak: LEAK, archive: ARCHIVE }))
    for (const [name, content] of Object.entries(files)) {
      const path = join(root, folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  const directory = join(root, 'case.tamis');
  await siftQuietly(directory, {
    inputs: [join(root, 'leak')],
    references: [join(root, 'archive')],
    keys: [domainKey(PARTY)],
  });
  const store = readCase(t, directory);
  const found = new Map(
    [...store.search('', {})].map(({ path, verdict, reasons }) => [
      path,
      [verdict, reasons.map(({ code }) => code)] as const,
    ]),
  );
  const says = (name: string, verdict: string, code: string) => {
    const [given, codes] = found.get(`leak/${name}`) ?? [null, []];
    assert.equal(given, verdict, `${name}: ${codes}`);
    assert.ok(codes.includes(code), `${name}: ${codes}`);
  };
  says('forms.eml', 'altered', 'reference-differs');
  says('hidden.eml', 'altered', 'reference-differs');
  says('file.eml', 'corroborated', 'reference-other-names');
  says('name.eml', 'corroborated', 'reference-other-names');
  says('band.eml', 'corroborated', 'reference-has-two');
  says('offer.eml', 'unverified', 'quoted-of-another');
  says('same.msg', 'corroborated', 'copies-agree');
  says('kept.msg', 'unverified', 'same-id-other-content');
});
