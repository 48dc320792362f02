import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { joinPieces } from './join-pieces.ts';

const around = (number: number) =>
  'X-Weird-Header-1: Bar\nFrom: Bill@host.example\nTo: joe@otherhost.example\nSubject: Audio mail (part ' +
  `${number} of 2)\nMessage-ID: <id${number}@host.example>\nMIME-Version: 1.0\n` +
  `Content-type: message/partial; id="ABC@host.example"; number=${number}; total=2\n\n`;

test('the example of RFC 2046, section 5.2.2.2', () => {
  const first =
    'X-Weird-Header-1: Foo\nX-Weird-Header-2: Hello\nMessage-ID: <anotherid@host.example>\nSubject: Audio mail\nMIME-Version: 1.0\nContent-type: audio/basic\nContent-transfer-encoding: base64\n\nfirst half\n';
  const pieces = [Buffer.from(around(1) + first), Buffer.from(`${around(2)}second half\n`)];
  assert.deepEqual(Buffer.from(joinPieces(pieces, DEFAULT_LIMITS)).toString().split('\n'), [
    'X-Weird-Header-1: Bar',
    'From: Bill@host.example',
    'To: joe@otherhost.example',
    'Message-ID: <anotherid@host.example>',
    'Subject: Audio mail',
    'MIME-Version: 1.0',
    'Content-type: audio/basic',
    'Content-transfer-encoding: base64',
    '',
    'first half',
    'second half',
    '',
  ]);
});

test('a first piece without a header inside, and no piece at all', () => {
  const joined = joinPieces([Buffer.from(`${around(1)}\nwords\n`)], DEFAULT_LIMITS);
  assert.match(Buffer.from(joined).toString(), /^To: joe@otherhost\.example\n\nwords\n$/m);
  assert.equal(joinPieces([], DEFAULT_LIMITS).length, 0);
});
