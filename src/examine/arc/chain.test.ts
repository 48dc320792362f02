import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { domainKey, makeTestKey, sealMessage } from '../../../test/mail/sign.ts';
import { splitHeaders } from '../../../test/mail/split-headers.ts';
import { verifySignatures } from '../dkim/verify.ts';
import { parseKeyFile } from '../keys/key-file.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { type ArcChain, arcChain } from './chain.ts';

const first = makeTestKey('one.example', 'arc');
const second = makeTestKey('two.example', 'arc');
const third = makeTestKey('three.example', 'arc');

const MESSAGE =
  'From: a@example.org\r\nSubject: Forwarded\r\nDate: Mon, 1 May 2017 10:00:00 +0200\r\n\r\nText.\r\n';

function chainOf(message: string, keys = [first, second, third]): ArcChain {
  const ring = new KeyRing();
  for (const key of keys) ring.add(domainKey(key));
  return chainWith(message, ring);
}

function chainWith(message: string, ring: KeyRing): ArcChain {
  const split = splitHeaders(Buffer.from(message, 'utf8'));
  return arcChain(split, verifySignatures(split, ring, { now: Date.UTC(2026, 0, 1), undo: false }));
}

const forwarded = sealMessage(
  sealMessage(sealMessage(MESSAGE, first, 1, 'none'), second, 2, 'pass'),
  third,
  3,
  'pass',
);

describe('a chain', () => {
  test('without ARC there is none', () => {
    assert.equal(chainOf(MESSAGE).status, 'none');
  });

  test('of three forwarders passes, in CRLF and LF', () => {
    for (const message of [forwarded, forwarded.replaceAll('\r\n', '\n')]) {
      const chain = chainOf(message);
      assert.equal(chain.status, 'pass');
      assert.deepEqual(
        chain.instances.map(({ domain }) => domain),
        ['one.example', 'two.example', 'three.example'],
      );
      assert.equal(chain.oldestPass, 1);
    }
  });

  test('in which a forwarder changed the text passes from there on', () => {
    const changed = sealMessage(
      sealMessage(MESSAGE, first, 1, 'none').replace('Text.', 'Text.\r\nFooter'),
      second,
      2,
      'pass',
    );
    const chain = chainOf(changed);
    assert.equal(chain.status, 'pass');
    assert.equal(chain.oldestPass, 2);
  });

  test('whose text was edited afterwards fails at the latest message signature', () => {
    const chain = chainOf(forwarded.replace('Text.', 'Test.'));
    assert.deepEqual([chain.status, chain.why], ['fail', 'message-signature']);
  });

  test('with a seal edited, taken out or doubled fails', () => {
    assert.equal(chainOf(forwarded.replace('i=1; test.example', 'i=1; fake.example')).why, 'seal');
    const seals = [...forwarded.matchAll(/ARC-Seal: (?:.*\r\n)(?:[ \t].*\r\n)*/g)].map(([field]) => field);
    assert.equal(chainOf(forwarded.replace(seals[1] ?? '', '')).why, 'incomplete-instance');
    assert.equal(
      chainOf(forwarded.replace(seals[1] ?? '', (field) => field + field)).why,
      'incomplete-instance',
    );
  });

  test('that says itself it is broken fails', () => {
    const broken = sealMessage(sealMessage(MESSAGE, first, 1, 'none'), second, 2, 'fail');
    assert.deepEqual([chainOf(broken).status, chainOf(broken).why], ['fail', 'claimed-fail']);
  });

  test('with a missing instance, or one beyond 50, fails', () => {
    assert.equal(chainOf(sealMessage(MESSAGE, second, 2, 'pass')).why, 'missing-instance');
    assert.equal(chainOf(sealMessage(MESSAGE, first, 51, 'none')).why, 'bad-instance');
  });

  test('for which a key is not known cannot be checked', () => {
    const chain = chainOf(forwarded, [first, third]);
    assert.deepEqual([chain.status, chain.why], ['not-checkable', 'no-key']);
  });
});

/** Cases of docs/dkim-disagreements.md. */
const EXPLAINED: Readonly<Record<string, ArcChain['status']>> = {
  cv_fail_i1_as_cv_fail: 'fail',
  cv_fail_i2_as2_fail: 'fail',
  cv_fail_i2_as1_fail: 'fail',
  as_fields_d_invalid: 'not-checkable',
  public_key_na: 'not-checkable',
  public_key_invalid: 'not-checkable',
};

const SUITE = join(
  import.meta.dirname,
  '../../../../shared/corpus/dkim-fixtures/files/postalsys+mailauth/arc/arc-draft-validation-tests.json',
);

test('the validation suite of the ARC authors', {
  skip: existsSync(SUITE) ? false : 'corpus not present: ../shared/corpus',
}, () => {
  const suites: { tests: Record<string, { message: string; cv: string }>; 'txt-records': object }[] =
    JSON.parse(readFileSync(SUITE, 'utf8'));
  let count = 0;
  for (const suite of suites) {
    const ring = new KeyRing();
    for (const key of parseKeyFile(JSON.stringify(suite['txt-records']), 'suite').keys) ring.add(key);
    for (const [name, { message, cv }] of Object.entries(suite.tests)) {
      assert.equal(chainWith(message, ring).status, EXPLAINED[name] ?? cv.toLowerCase(), name);
      count++;
    }
  }
  assert.ok(count > 100);
});
