import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { signMessage, type TestKey } from '../../../test/mail/sign.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { commonDivisor } from './common-divisor.ts';
import { gcd } from './half-gcd.ts';
import { modulusIn } from './modulus.ts';
import { pairsOf } from './pairs.ts';
import { type RecoverOptions, recoverGroup } from './recover-group.ts';
import type { Sample } from './sample.ts';
import { signedDigestsOf } from './signed-digests.ts';

describe('gcd', () => {
  const euclid = (a: bigint, b: bigint): bigint => {
    let [x, y] = [a, b];
    while (y !== 0n) [x, y] = [y, x % y];
    return x;
  };
  const number = (bytes: number) => BigInt(`0x${randomBytes(bytes).toString('hex')}0`);

  test('is the same as by Euclid, for numbers of equal and unequal length', () => {
    for (const [a, b, common] of [
      [1000, 1000, 60],
      [3000, 3000, 128],
      [3000, 700, 1],
      [20, 2500, 33],
      [5000, 4990, 1000],
    ] as const) {
      const factor = number(common);
      const [x, y] = [factor * number(a), factor * number(b)];
      assert.equal(gcd(x, y), euclid(x, y), `${a}, ${b}`);
      assert.equal(gcd(-y, x), euclid(x, y));
    }
  });

  test('of nothing, of equals, of multiples, of powers of two', () => {
    const x = number(2000);
    assert.equal(gcd(x, 0n), x);
    assert.equal(gcd(0n, 0n), 0n);
    assert.equal(gcd(x, x), x);
    assert.equal(gcd(x, x * 7n), x);
    assert.equal(gcd(1n << 30_000n, 1n << 20_000n), 1n << 20_000n);
    assert.equal(gcd((1n << 30_000n) - 1n, (1n << 18_000n) - 1n), (1n << 6000n) - 1n);
  });

  test('tells how far it is', () => {
    let bits = 0;
    const [x, y] = [number(20_000), number(20_000)];
    gcd(x, y, (more) => {
      bits += more;
    });
    assert.ok(bits > 140_000 && bits < 180_000, `${bits}`);
  });
});

test('a modulus is taken from a divisor without its small factors, and only at the right length', () => {
  const { n, record } = keyPair(512);
  assert.ok(record.includes('p='));
  assert.equal(modulusIn(n * 2n * 3n ** 5n * 65_521n, 64), n);
  assert.equal(modulusIn(1n, 64), null);
  assert.equal(modulusIn(n, 128), null);
  assert.equal(modulusIn(n * n, 64), null);
});

test('a key of 512 bits from two signatures, with any small exponent', () => {
  for (const exponent of [3, 17, 257]) {
    const key = keyPair(512, exponent);
    const [first, second] = [1, 2].map((i) => sampleOf(key, i));
    assert.ok(first && second);
    const job = { exponent, first: numbersOf(first), second: numbersOf(second) };
    assert.equal(
      modulusIn(
        commonDivisor(job, () => {}),
        64,
      ),
      key.n,
    );
  }
});

describe('recoverGroup', () => {
  const pairs: string[] = [];
  const options: RecoverOptions = {
    // 65537 takes a minute of computing even at 512 bits; with another exponent the way is the same.
    divisorOf: async (job) => (job.exponent > 100 ? 1n : commonDivisor(job, () => {})),
    tried: new Set(),
    onPair: (name) => pairs.push(name),
    mostPairs: 20,
  };

  test('finds the very key, and what it verifies', async () => {
    const key = keyPair(1024);
    const samples = [1, 2, 3, 4].map((i) => sampleOf(key, i));
    const [found, ...more] = await recoverGroup(samples, options);
    assert.equal(found?.record, key.record);
    assert.equal(found?.bits, 1024);
    assert.deepEqual([found?.verifies, more.length], [['m1', 'm2', 'm3', 'm4'], 0]);
  });

  test('two parties that signed under one selector give two keys', async () => {
    const [real, forged] = [keyPair(512), keyPair(512)];
    const samples = [1, 2, 3].flatMap((i) => [sampleOf(real, 2 * i), sampleOf(forged, 2 * i + 1)]);
    const found = await recoverGroup(samples, options);
    assert.deepEqual(new Set(found.map((key) => key.record)), new Set([real.record, forged.record]));
  });

  test('goes round a message whose headers were changed, and does not take two for three', async () => {
    const key = keyPair(512);
    const changed = sampleOf(key, 1, (text) => text.replace('Subject: 1', 'Subject: one'));
    const samples = [changed, ...[2, 3, 4].map((i) => sampleOf(key, i))];
    const [found] = await recoverGroup(samples, options);
    assert.deepEqual(found?.verifies, ['m2', 'm3', 'm4']);
    assert.deepEqual(await recoverGroup(samples.slice(1, 3), options), []);
    assert.deepEqual(await recoverGroup(samples.slice(0, 3), options), []);
  });

  test('does not try a pair again, and stops after so many', async () => {
    const strangers = [1, 2, 3, 4].map((i) => sampleOf(keyPair(512), i));
    pairs.length = 0;
    await recoverGroup(strangers, { ...options, mostPairs: 2 });
    assert.deepEqual(pairs, ['m1+m2', 'm3+m4']);
    await recoverGroup(strangers, { ...options, mostPairs: 20, tried: new Set(pairs) });
    assert.deepEqual(pairs.slice(2), ['m2+m3', 'm1+m3', 'm2+m4', 'm1+m4']);
    assert.equal(new Set(pairs).size, pairs.length);
  });
});

test('copies, and messages years apart, make no pair', () => {
  const key = keyPair(512);
  const sample = sampleOf(key, 1);
  assert.deepEqual([...pairsOf([sample, { ...sample, id: 'copy' }])], []);
  const late = { ...sampleOf(key, 2), time: (sample.time ?? 0) + 3 * 365 * 86_400 };
  assert.deepEqual([...pairsOf([sample, late])], []);
});

test('only signatures over an unchanged body are taken', () => {
  const message = signMessage(textOf(1), keyPair(512));
  assert.equal(digestsOf(message).length, 1);
  assert.equal(digestsOf(message.replace('body', 'Body')).length, 0);
  assert.equal(digestsOf(textOf(1)).length, 0);
});

type Pair = TestKey & { readonly n: bigint };

function keyPair(bits: number, publicExponent = 17): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits, publicExponent });
  const { n = '' } = publicKey.export({ format: 'jwk' });
  const p = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return {
    domain: 'campaign.example',
    selector: 's1',
    privateKey,
    algorithm: 'rsa',
    record: `v=DKIM1; k=rsa; p=${p}`,
    n: BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`),
  };
}

function textOf(i: number): string {
  return `From: a@campaign.example\r\nSubject: ${i}\r\nDate: Fri, 5 May 2017 10:00:${10 + i} +0000\r\n\r\nbody ${i}\r\n`;
}

function digestsOf(text: string): ReturnType<typeof signedDigestsOf> {
  const bytes = Buffer.from(text, 'latin1');
  const { root } = parseMessage(bytes, DEFAULT_LIMITS);
  return signedDigestsOf({ bytes, headers: root.headers, bodyStart: root.bodyRange.start });
}

function sampleOf(key: TestKey, i: number, change: (text: string) => string = (text) => text): Sample {
  const [digest] = digestsOf(change(signMessage(textOf(i), key)));
  assert.ok(digest);
  return { ...digest, id: `m${i}`, listed: false };
}

function numbersOf({ signature, digest }: Sample): { signature: bigint; padded: bigint } {
  // Written out once more, so that an error in the padding would show.
  const info = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest]);
  const padding = Buffer.alloc(signature.length - info.length - 3, 0xff);
  const padded = Buffer.concat([Buffer.from([0, 1]), padding, Buffer.from([0]), info]);
  return {
    signature: BigInt(`0x${signature.toString('hex')}`),
    padded: BigInt(`0x${padded.toString('hex')}`),
  };
}
