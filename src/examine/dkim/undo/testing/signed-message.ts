import assert from 'node:assert/strict';
import { domainKey, makeTestKey, type SignOptions, signMessage } from '../../../../../test/mail/sign.ts';
import { splitHeaders } from '../../../../../test/mail/split-headers.ts';
import type { SignatureResult } from '../../../../model/index.ts';
import { KeyRing } from '../../../keys/key-ring.ts';
import { verifySignatures } from '../../verify.ts';

export const rsa = makeTestKey('example.org', 'sel');
export const ed25519 = makeTestKey('example.org', 'ed', 'ed25519');

export const HEADER = [
  'From: Alice <alice@example.org>',
  'To: list@lists.example.net',
  'Subject: Meeting on Monday',
  'Date: Mon, 1 May 2017 10:00:00 +0200',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
];
export const TEXT_TYPE = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];
export const TEXT = [
  'Hello all,',
  '',
  'we meet at nine.  Bring the caf\xc3\xa9 list.',
  'From now on always.',
  '-- ',
  'Alice',
  '',
];
export const FOOTER = [
  '_______________________________________________',
  'A list',
  'https://lists.example.net/',
  '',
];
export const MESSAGE = [...HEADER, ...TEXT_TYPE, '', ...TEXT].join('\n');
export const ALTERNATIVE = [
  ...HEADER,
  'Content-Type: multipart/alternative; boundary=b1',
  '',
  '--b1',
  ...TEXT_TYPE,
  '',
  ...TEXT,
  '--b1',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>Hello all, caf=C3=A9</p>',
  '--b1--',
  '',
].join('\n');

export const ALL = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
];
const OVERSIGNED = [...ALL, 'from', 'subject', 'reply-to', 'sender', 'cc', 'list-id'];

/** Signs a message with LF line ends, so that no further field of the signed names may stand (RFC 6376 8.15). */
export function sign(message: string, options: SignOptions = {}, key = rsa): string {
  return signMessage(message, key, { headers: OVERSIGNED, ...options });
}

/** Checks the first signature with both keys of these tests, and undoes what can be undone. */
export function check(message: string): SignatureResult {
  const ring = new KeyRing();
  for (const key of [rsa, ed25519]) ring.add(domainKey(key));
  const options = { now: Date.UTC(2026, 0, 1), undo: true };
  const [result] = verifySignatures(splitHeaders(Buffer.from(message, 'latin1')), ring, options);
  assert.ok(result);
  return result;
}

/** The signature verifies once `changes` are undone, and the regions hold `text`. */
export function assertUndone(message: string, changes: readonly string[], text?: string): void {
  const result = check(message);
  assert.equal(result.header.type, 'good');
  assert.equal(result.body.type, 'match');
  assert.deepEqual(result.undone?.changes, changes);
  const regions = result.undone?.regions.map(({ start, end }) => message.slice(start, end)) ?? [];
  if (text !== undefined)
    assert.ok(
      regions.some((region) => region.includes(text)),
      regions.join('|'),
    );
}

/** What stands behind the first empty line. */
export function bodyOf(message: string): string {
  return message.slice(message.indexOf('\n\n') + 2);
}
