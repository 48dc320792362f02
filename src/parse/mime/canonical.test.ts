import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { canonicalHash } from './canonical.ts';
import { parseMessage } from './message.ts';
import { summarize } from './summary.ts';

function hash(text: string): string {
  const message = parseMessage(Buffer.from(text, 'latin1'), DEFAULT_LIMITS);
  return canonicalHash(message, summarize(message, DEFAULT_LIMITS));
}

const HEAD = [
  'From: =?utf-8?Q?Ren=C3=A9?= <r@x.example>',
  'To: a@x.example, b@x.example',
  'Subject: A long subject that mailers fold',
  'Date: Fri, 5 May 2017 20:00:01 +0200',
  'MIME-Version: 1.0',
].join('\n');
const BODY = 'Dear all,\n\nFrom now on the d\xe9ficit is ours.\n> quoted\nBye\n';
const FILE = 'AAECAwQF';

function message(head: string, bodyHead: string, body: string, file: string): string {
  return [
    head,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    bodyHead,
    '',
    body,
    '--b',
    'Content-Type: application/octet-stream; name=f.bin',
    'Content-Transfer-Encoding: base64',
    '',
    file,
    '--b--',
    '',
  ].join('\n');
}

const LATIN = 'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit';
const QP = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable';
const ORIGINAL = message(HEAD, LATIN, BODY, FILE);

const SAME: readonly (readonly [string, string])[] = [
  ['CR LF', ORIGINAL.replaceAll('\n', '\r\n')],
  ['mbox line and quoting', `From r@x Fri May  5 2017\n${ORIGINAL.replace('\nFrom now', '\n>From now')}`],
  ['trailing white space', ORIGINAL.replace('Bye\n', 'Bye  \n\n')],
  [
    'folding',
    ORIGINAL.replace('subject that', 'subject\n\tthat').replace('a@x.example, ', 'a@x.example,\n '),
  ],
  ['field order and trace', `X-Trace: 1\nReceived: by y\n${ORIGINAL}`],
  ['another zone for the same moment', ORIGINAL.replace('20:00:01 +0200', '18:00:01 +0000')],
  ['name in another encoding', ORIGINAL.replace('=?utf-8?Q?Ren=C3=A9?=', '=?iso-8859-1?B?UmVu6Q==?=')],
  [
    'charset and transfer encoding',
    message(HEAD, QP, BODY.replace('\xe9', '=C3=A9').replace('ours.', 'o=\nurs.'), 'AAEC\nAwQF'),
  ],
  ['UTF-7', message(HEAD, LATIN.replace('iso-8859-1', 'utf-7'), BODY.replace('\xe9', '+AOk-'), FILE)],
  ['boundary', ORIGINAL.replaceAll('--b', '--other').replace('boundary=b', 'boundary=other')],
];

for (const [change, text] of SAME) {
  test(`canonical form does not see: ${change}`, () => {
    assert.notEqual(text, ORIGINAL);
    assert.equal(hash(text), hash(ORIGINAL));
  });
}

const OTHER: readonly (readonly [string, string])[] = [
  ['subject', ORIGINAL.replace('long', 'short')],
  ['from name', ORIGINAL.replace('Ren=', 'Ben=')],
  ['from address', ORIGINAL.replace('<r@', '<s@')],
  ['to', ORIGINAL.replace('b@x', 'c@x')],
  ['a second', ORIGINAL.replace('20:00:01', '20:00:02')],
  ['a word of the body', ORIGINAL.replace('ours', 'theirs')],
  ['words run together', ORIGINAL.replace('now on', 'nowon')],
  ['a byte of the attachment', ORIGINAL.replace(FILE, 'AAECAwQG')],
];

for (const [change, text] of OTHER) {
  test(`canonical form sees: ${change}`, () => {
    assert.notEqual(text, ORIGINAL);
    assert.notEqual(hash(text), hash(ORIGINAL));
  });
}
