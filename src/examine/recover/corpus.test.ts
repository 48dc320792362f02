import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTarGz } from '../../../test/mail/tar-files.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { parseKeyFile } from '../keys/key-file.ts';
import { readKeyRecord } from '../keys/public-key.ts';
import { commonDivisor } from './common-divisor.ts';
import { modulusIn, numberOf, paddedNumber, recordOf } from './modulus.ts';
import { type SignedDigest, signedDigestsOf } from './signed-digests.ts';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/mail-real');
const LIST = join(CORPUS, 'messages/osst-users.tar.gz');
const DOMAIN = 'lists.sourceforge.net';
const SELECTOR = 'beta';
const EXPONENT = 65_537;
const BYTES = 128;

const skip = existsSync(LIST) ? false : 'corpus not present: ../shared/corpus';
const skipLong = process.env.TAMIS_LONG_TESTS === '1' ? skip : 'a minute of computing: TAMIS_LONG_TESTS=1';

test('real signatures are the padded digests that recovery takes them for', { skip }, () => {
  const { modulus } = knownKey();
  const samples = samplesOf(LIST);
  const fits = samples.filter(
    ({ signature, hash, digest }) =>
      power(numberOf(signature), EXPONENT, modulus) === paddedNumber(hash, digest, BYTES),
  );
  assert.ok(samples.length >= 10, `${samples.length} signatures`);
  assert.equal(fits.length, samples.length);
});

test('a real key comes back from two real messages', { skip: skipLong }, () => {
  const [first, second] = samplesOf(LIST).map(({ signature, hash, digest }) => ({
    signature: numberOf(signature),
    padded: paddedNumber(hash, digest, BYTES),
  }));
  assert.ok(first && second);
  const modulus = modulusIn(
    commonDivisor({ exponent: EXPONENT, first, second }, () => {}),
    BYTES,
  );
  assert.ok(modulus !== null);
  assert.equal(recordOf(modulus, EXPONENT), knownKey().record);
});

function samplesOf(path: string): SignedDigest[] {
  return readTarGz(path)
    .flatMap(({ bytes }) => {
      const { root } = parseMessage(bytes, DEFAULT_LIMITS);
      return signedDigestsOf({ bytes, headers: root.headers, bodyStart: root.bodyRange.start });
    })
    .filter(({ domain, selector }) => domain === DOMAIN && selector === SELECTOR);
}

function knownKey(): { record: string; modulus: bigint } {
  const { keys } = parseKeyFile(readFileSync(join(CORPUS, 'dkim-keys.json'), 'utf8'), 'corpus');
  const { record } = keys.find((key) => key.domain === DOMAIN && key.selector === SELECTOR) ?? { record: '' };
  const key = readKeyRecord(record);
  assert.equal(key.type, 'key');
  const { n = '' } = key.object.export({ format: 'jwk' });
  return { record, modulus: numberOf(Buffer.from(n, 'base64url')) };
}

function power(base: bigint, exponent: number, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}
