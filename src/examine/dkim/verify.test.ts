import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  domainKey,
  makeTestKey,
  type SignOptions,
  signMessage,
  type TestKey,
} from '../../../test/mail/sign.ts';
import { splitHeaders } from '../../../test/mail/split-headers.ts';
import type { DomainKey, SignatureResult } from '../../model/index.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { verifySignatures } from './verify.ts';

const NOW = Date.UTC(2026, 0, 1);
const rsa = makeTestKey('example.org', 'sel');
const rsa1024 = makeTestKey('example.org', 'k1024', 1024);
const rsa512 = makeTestKey('example.org', 'k512', 512);
const ed25519 = makeTestKey('example.org', 'ed', 'ed25519');

const MESSAGE = [
  'From: Alice <alice@example.org>',
  'To: bob@example.net',
  'Subject:  A   test',
  '\tof folding',
  'Date: Mon, 1 May 2017 10:00:00 +0200',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'First  line \t',
  '',
  '\tsecond line',
  'last line',
  '',
  '',
  '',
].join('\r\n');

function check(
  message: string,
  keys: readonly DomainKey[],
  more: { now?: number; published?: string[] } = {},
) {
  const ring = new KeyRing();
  for (const key of keys) ring.add(key);
  return verifySignatures(splitHeaders(Buffer.from(message, 'latin1')), ring, {
    now: more.now ?? NOW,
    undo: false,
    publishedKeys: new Set(more.published ?? []),
  });
}

function checkOne(message: string, key: TestKey | null = rsa): SignatureResult {
  const [result] = check(message, key === null ? [] : [domainKey(key)]);
  assert.ok(result);
  return result;
}

describe('what verifies', () => {
  for (const [name, key] of Object.entries({ rsa, rsa1024, ed25519 })) {
    for (const canonicalization of ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed']) {
      for (const eol of ['\r\n', '\n']) {
        test(`${name} ${canonicalization} ${eol === '\n' ? 'LF' : 'CRLF'}`, () => {
          const result = checkOne(
            signMessage(MESSAGE.replaceAll('\r\n', eol), key, { canonicalization }),
            key,
          );
          assert.equal(result.header.type, 'good');
          assert.equal(result.body.type, 'match');
          assert.equal(result.canonicalization, canonicalization);
          assert.equal(result.alignment, 'strict');
        });
      }
    }
  }

  test('rsa-sha1 verifies and is weak', () => {
    const result = checkOne(signMessage(MESSAGE, rsa, { hash: 'sha1' }));
    assert.equal(result.header.type, 'good');
    assert.ok(result.weaknesses.includes('sha1'));
  });

  test('short keys verify and are weak', () => {
    assert.ok(checkOne(signMessage(MESSAGE, rsa512), rsa512).weaknesses.includes('short-key'));
    assert.ok(checkOne(signMessage(MESSAGE, rsa1024), rsa1024).weaknesses.includes('1024-bit-key'));
  });

  test('several signatures are reported in header order', () => {
    const twice = signMessage(signMessage(MESSAGE, rsa), ed25519);
    const results = check(twice, [domainKey(rsa), domainKey(ed25519)]);
    assert.deepEqual(
      results.map((result) => [result.algorithm, result.header.type]),
      [
        ['ed25519-sha256', 'good'],
        ['rsa-sha256', 'good'],
      ],
    );
  });

  test('of several keys under one name the right one is found', () => {
    const other = makeTestKey('example.org', 'sel');
    const [result] = check(signMessage(MESSAGE, rsa), [domainKey(other), domainKey(rsa)]);
    assert.equal(result?.header.type, 'good');
  });

  test('an internationalised domain is found under its A-label', () => {
    const key = makeTestKey('xn--bcher-kva.example', 'sel');
    const utf8 = Buffer.from('bücher.example', 'utf8').toString('latin1');
    const message = MESSAGE.replace('alice@example.org', `alice@${utf8}`);
    const result = checkOne(signMessage(message, { ...key, domain: utf8 }), key);
    assert.equal(result.header.type, 'good');
    assert.equal(result.domain, 'xn--bcher-kva.example');
    assert.equal(result.alignment, 'strict');
  });

  test('an empty body in both canonicalisations', () => {
    const empty = `${MESSAGE.slice(0, MESSAGE.indexOf('\r\n\r\n'))}\r\n\r\n`;
    for (const canonicalization of ['simple/simple', 'relaxed/relaxed']) {
      assert.equal(checkOne(signMessage(empty, rsa, { canonicalization })).body.type, 'match');
    }
  });
});

describe('what does not verify', () => {
  const signed = signMessage(MESSAGE, rsa);

  test('forgery 1: a body word edited leaves the header signature good', () => {
    const result = checkOne(signed.replace('last line', 'lost line'));
    assert.equal(result.header.type, 'good');
    assert.equal(result.body.type, 'mismatch');
  });

  test('forgery 2: with bh recomputed the header is changed under the same key', () => {
    const edited = signMessage(MESSAGE.replace('last', 'lost'), makeTestKey('example.org', 'sel'));
    const bh = /bh=([^;]*)/.exec(edited)?.[1] ?? '';
    const result = checkOne(signed.replace('last', 'lost').replace(/bh=[^;]*/, `bh=${bh}`));
    assert.equal(result.header.type, 'changed');
    assert.equal(result.body.type, 'match');
  });

  test('forgery 3: Subject or Date edited', () => {
    for (const [from, to] of [
      ['A   test', 'A   fake'],
      ['1 May 2017', '2 May 2017'],
    ] as const) {
      const result = checkOne(signed.replace(from, to));
      assert.equal(result.header.type, 'changed');
      assert.equal(result.body.type, 'match');
    }
  });

  test('forgery 4: signed with an own key of the same name', () => {
    const result = checkOne(signMessage(MESSAGE, makeTestKey('example.org', 'sel')));
    assert.equal(result.header.type, 'key-mismatch');
    assert.equal(result.body.type, 'match');
  });

  test('forgery 5: signed by a look-alike domain is not aligned', () => {
    const key = makeTestKey('examp1e.org', 'sel');
    const result = checkOne(signMessage(MESSAGE, key), key);
    assert.equal(result.header.type, 'good');
    assert.equal(result.alignment, 'none');
  });

  test('forgery 11: a signature transplanted from another message', () => {
    const other = MESSAGE.replace('A   test', 'Another').replace('First', 'Other');
    const result = checkOne(signed.slice(0, signed.indexOf('From: ')) + other);
    assert.equal(result.header.type, 'changed');
    assert.equal(result.body.type, 'mismatch');
  });

  test('no key is not a failure, and the body is still checked', () => {
    const result = checkOne(signed, null);
    assert.deepEqual(result.header, { type: 'not-checkable', why: 'no-key' });
    assert.equal(result.body.type, 'match');
    assert.equal(result.key, null);
  });
});

describe('a text that is not here', () => {
  const signed = signMessage(MESSAGE, rsa);
  const head = signed.slice(0, signed.indexOf('\r\n\r\n') + 4);

  test('headers alone, as bounces and exports of headers keep them', () => {
    for (const kept of [head, head.slice(0, -2), `${head}\r\n`]) {
      const result = checkOne(kept);
      assert.deepEqual(result.header, { type: 'good' });
      assert.deepEqual(result.body, { type: 'not-checkable', why: 'no-body' });
    }
    assert.equal(checkOne(`${head}x\r\n`).body.type, 'mismatch');
    const empty = signMessage(head, rsa);
    assert.equal(checkOne(empty).body.type, 'match', 'a message that was sent without text');
  });

  test('bytes that are known to be cut off', () => {
    const cut = splitHeaders(Buffer.from(signed.slice(0, -20), 'latin1'));
    const ring = new KeyRing();
    ring.add(domainKey(rsa));
    const options = { now: NOW, undo: true };
    const [whole] = verifySignatures(cut, ring, options);
    assert.equal(whole?.body.type, 'mismatch');
    const [known] = verifySignatures({ ...cut, isCut: true }, ring, options);
    assert.deepEqual(known?.body, { type: 'not-checkable', why: 'body-cut' });
  });
});

describe('what a signature does not cover', () => {
  const withHeaders = (message: string, options: SignOptions = {}) => signMessage(message, rsa, options);

  test('forgery 7: text appended past l= is told with its range', () => {
    const signed = withHeaders(MESSAGE, { length: 39 });
    const appended = `${signed}Appended by someone else.\r\n`;
    const result = checkOne(appended);
    assert.equal(result.header.type, 'good');
    assert.equal(result.body.type, 'match');
    assert.ok(result.weaknesses.includes('length-tag'));
    const { uncoveredBody } = result;
    assert.ok(uncoveredBody);
    assert.match(appended.slice(uncoveredBody.start, uncoveredBody.end), /Appended/);
    assert.equal(result.coveredBody?.end, uncoveredBody.start);
  });

  test('a Content-Type nobody signed that shows only a quoted part', () => {
    const quoted = ['--evil', 'Content-Type: text/plain', '', 'I take the money.', '--evil--'];
    const lines = ['--own', 'Content-Type: text/plain', '', 'Look at this mail:', ...quoted, '--own--', ''];
    const head = MESSAGE.slice(0, MESSAGE.indexOf('Content-Type'));
    const whole = `${head}Content-Type: multipart/mixed; boundary=own\r\n\r\n${lines.join('\r\n')}`;
    const signed = withHeaders(whole, { headers: ['from', 'subject', 'date'] });
    assert.ok(!checkOne(signed).weaknesses.includes('hidden-parts'), 'as it was sent');
    for (const type of ['multipart/mixed; boundary=evil', 'text/plain', 'multipart/mixed; boundary=none']) {
      const result = checkOne(signed.replace('multipart/mixed; boundary=own', type));
      assert.deepEqual([result.header.type, result.body.type], ['good', 'match']);
      const found = type.endsWith('=evil') ? 'exchanged-boundary' : 'hidden-parts';
      assert.ok(result.weaknesses.includes(found), type);
    }
    const covered = checkOne(withHeaders(whole).replace('boundary=own', 'boundary=evil'));
    assert.ok(!covered.weaknesses.includes('exchanged-boundary'), 'a signed one was changed: told otherwise');
  });

  test('forgery 8: l= with an unsigned Content-Type', () => {
    const signed = withHeaders(MESSAGE, { length: 10, headers: ['from', 'subject', 'date'] });
    const result = checkOne(signed.replace('text/plain', 'text/html'));
    assert.equal(result.header.type, 'good');
    assert.ok(result.weaknesses.includes('length-tag'));
    assert.ok(result.weaknesses.includes('unsigned-content-type'));
  });

  test('forgery 9: a second From or Subject', () => {
    const signed = withHeaders(MESSAGE);
    for (const field of [
      'From: Mallory <m@evil.example>',
      'Subject: Pay now',
      'Date: Tue, 2 May 2017 10:00:00 +0200',
    ]) {
      const forged = `${field}\r\n${signed}`;
      const result = checkOne(forged);
      const name = field.slice(0, field.indexOf(':')).toLowerCase();
      assert.equal(result.header.type, 'good');
      assert.ok(result.weaknesses.includes(`extra-${name}`), name);
      assert.deepEqual(result.uncovered, [{ name, at: { start: 0, end: field.length + 2 } }]);
      assert.equal(result.alignment, name === 'from' ? 'none' : 'strict');
    }
  });

  test('over-signing turns a second From into a changed header', () => {
    const signed = withHeaders(MESSAGE, { headers: ['from', 'from', 'subject', 'date', 'to'] });
    assert.equal(checkOne(signed).header.type, 'good');
    assert.equal(checkOne(signed).covered[1]?.at, null);
    assert.equal(checkOne(`From: m@evil.example\r\n${signed}`).header.type, 'changed');
  });

  test('unsigned Subject, Date, From', () => {
    const result = checkOne(withHeaders(MESSAGE, { headers: ['to'] }));
    for (const code of ['unsigned-from', 'unsigned-subject', 'unsigned-date'])
      assert.ok(result.weaknesses.includes(code));
  });

  test('forgery 14: without a signature there is nothing to report', () => {
    assert.deepEqual(check(MESSAGE, [domainKey(rsa)]), []);
  });
});

describe('dates and keys', () => {
  test('past x= is good and expired', () => {
    const result = checkOne(signMessage(MESSAGE, rsa, { extra: 't=1493625600; x=1494230400; ' }));
    assert.equal(result.header.type, 'good');
    assert.equal(result.body.type, 'match');
    assert.equal(result.expired, true);
    assert.equal(result.expires, 1494230400);
    assert.equal(result.signedAt, 1493625600);
  });

  test('forgery 18: a published key is named', () => {
    const signed = signMessage(MESSAGE, rsa);
    const fingerprint = checkOne(signed).key?.fingerprint ?? '';
    const [result] = check(signed, [domainKey(rsa)], { published: [fingerprint] });
    assert.ok(result?.weaknesses.includes('published-key'));
  });

  test('a key seen only at other dates', () => {
    const signed = signMessage(MESSAGE, rsa);
    const later = domainKey(rsa, { firstSeen: '2020-01-01T00:00:00Z', lastSeen: '2021-01-01T00:00:00Z' });
    assert.ok(check(signed, [later])[0]?.weaknesses.includes('key-seen-at-other-dates'));
    const then = domainKey(rsa, { firstSeen: '2016-01-01T00:00:00Z', lastSeen: '2021-01-01T00:00:00Z' });
    assert.ok(!check(signed, [then])[0]?.weaknesses.includes('key-seen-at-other-dates'));
    const [result] = check(signed, [later, then]);
    assert.ok(!result?.weaknesses.includes('key-seen-at-other-dates'));
    assert.equal(result?.key?.firstSeen, '2016-01-01T00:00:00Z');
  });

  test('a testing key, a revoked key, a key of another type', () => {
    const testing = makeTestKey('example.org', 'sel', 2048, 't=y; ');
    assert.equal(checkOne(signMessage(MESSAGE, testing), testing).key?.testing, true);
    const revoked = { ...rsa, record: 'v=DKIM1; p=' };
    assert.deepEqual(checkOne(signMessage(MESSAGE, rsa), revoked).header, {
      type: 'not-checkable',
      why: 'key-revoked',
    });
    const wrong = { ...rsa, record: ed25519.record };
    const { header } = checkOne(signMessage(MESSAGE, rsa), wrong);
    assert.deepEqual(header, { type: 'not-checkable', why: 'key-algorithm-mismatch' });
  });
});

describe('broken tags are data', () => {
  const signed = signMessage(MESSAGE, rsa);
  for (const [name, from, to, why] of [
    ['missing s=', / s=sel;/, '', 'missing-tag-s'],
    ['unknown algorithm', 'rsa-sha256', 'rsa-md5', 'unknown-algorithm'],
    ['unknown canonicalisation', 'relaxed/relaxed', 'nofws/relaxed', 'unknown-canonicalization'],
    ['duplicate tag', ' d=example.org;', ' d=example.org; d=example.net;', 'duplicate-tag-d'],
  ] as const) {
    test(name, () =>
      assert.deepEqual(checkOne(signed.replace(from, to)).header, { type: 'not-checkable', why }),
    );
  }

  test('garbage never throws', () => {
    for (const value of [
      '',
      ';;;',
      '=',
      'b=',
      'v=1; a=rsa-sha256; b=%%%; bh=; d=.; s=.; h=:',
      '\0\xff;b=\r\n x',
    ]) {
      assert.equal(check(`DKIM-Signature: ${value}\r\n${MESSAGE}`, [domainKey(rsa)]).length, 1);
    }
  });
});
