import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { domainKey, makeTestKey, sealMessage, signMessage } from '../../../test/mail/sign.ts';
import { splitHeaders } from '../../../test/mail/split-headers.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { arcChain } from '../arc/chain.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { MAX_SIGNATURES } from './signature-field.ts';
import { verifySignatures } from './verify.ts';

const key = makeTestKey('example.org', 'sel', 1024);
const ring = new KeyRing();
ring.add(domainKey(key));

const MESSAGE =
  'From: a@example.org\r\nTo: b@example.net\r\nSubject: [x] Re: y\r\nDate: Mon, 1 May 2017 10:00:00 +0200\r\n' +
  'List-Id: <x.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' +
  '--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nText=20\r\n\r\n--b\r\n\r\nMore\r\n--b--\r\n';

function check(message: string) {
  const split = splitHeaders(Buffer.from(message, 'latin1'));
  const results = verifySignatures(split, ring, { now: Date.UTC(2026, 0, 1), undo: true });
  return { results, chain: arcChain(split, results) };
}

test('mutated messages never throw', () => {
  const random = randomNumbers(7);
  const originals = [
    signMessage(MESSAGE, key),
    signMessage(MESSAGE, key, { canonicalization: 'simple/simple', length: 20 }),
    sealMessage(sealMessage(MESSAGE, key, 1, 'none'), key, 2, 'pass'),
  ];
  for (let i = 0; i < 600; i++) {
    let message = originals[i % originals.length] ?? '';
    for (let edits = random(4); edits >= 0; edits--) {
      const at = random(message.length);
      const length = random(3) === 0 ? random(200) : random(3);
      const pieces = [
        '',
        '\0',
        '\r',
        '\n',
        ';',
        '=',
        ':',
        '\xff',
        ' ',
        message.slice(random(message.length), at + 50),
      ];
      message = message.slice(0, at) + (pieces[random(pieces.length)] ?? '') + message.slice(at + length);
    }
    for (const result of check(message).results)
      assert.ok(['good', 'changed', 'key-mismatch', 'not-checkable'].includes(result.header.type));
  }
});

describe('floods end in bounded work', () => {
  const signed = signMessage(MESSAGE, key);

  test('of signatures', () => {
    const one = signed.slice(0, signed.indexOf('From: '));
    assert.equal(check(one.repeat(2000) + MESSAGE).results.length, MAX_SIGNATURES);
  });

  test('of names in h=', () => {
    const { results } = check(signed.replace('h=from', `h=${'from:'.repeat(100_000)}from`));
    assert.deepEqual(results[0]?.header, { type: 'not-checkable', why: 'bad-tag-h' });
    assert.deepEqual(results[0]?.covered, []);
  });

  test('of From fields and From addresses', () => {
    const { results } = check('From: m@evil.example\r\n'.repeat(50_000) + signed);
    assert.ok((results[0]?.uncovered.length ?? 0) < 100);
    assert.equal(results[0]?.alignment, 'none');
    assert.equal(
      check(signed.replace('From: ', `From: ${'x@sub.example.org,'.repeat(50_000)}`)).results[0]?.alignment,
      'none',
    );
  });

  test('of tags, of white space, of commas and brackets in searched fields', () => {
    assert.equal(check(signed.replace('v=1;', ';'.repeat(500_000))).results.length, 1);
    assert.equal(check(signed.replace('v=1;', ' \t'.repeat(500_000))).results.length, 1);
    for (const flood of ['[a] '.repeat(100_000), ','.repeat(300_000), '"'.repeat(300_001)]) {
      assert.equal(
        check(signed.replace('Subject: ', `Subject: ${flood}`)).results[0]?.header.type,
        'changed',
      );
      assert.equal(check(signed.replace('To: ', `To: ${flood}`)).results[0]?.header.type, 'changed');
    }
  });

  test('of empty lines and spaces in the body', () => {
    for (const flood of [
      '\r\n'.repeat(300_000),
      ' '.repeat(600_000),
      '\r'.repeat(300_000),
      '>From '.repeat(50_000),
    ]) {
      const { results } = check(signed.replace('Text', `${flood}x`));
      assert.equal(results[0]?.body.type, 'mismatch');
    }
  });
});
