import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { openPgp } from './pgp.ts';
import {
  COMPRESSED,
  ENCRYPTED,
  KEY,
  SIGNATURE,
  SIGNED,
  SIGNED_TEXT,
  VAULT,
  WITH_PASSWORD,
} from './testing/samples.ts';

const TEXT = 'hello\n- dash\nFrom me\n';
const FINGERPRINT = 'c11a0aa68888f5047a8a0f0895214bf0095b7dfd';

const open = (input: string | Uint8Array, limits = DEFAULT_LIMITS) => openPgp(Buffer.from(input), limits);

const binary = (armor: string) =>
  Buffer.from(armor.replace(/^-----.*$/gm, '').replace(/\n=.{4}\n/, '\n'), 'base64');

test('signed but not encrypted: the content is opened, compression undone', async () => {
  for (const input of [SIGNED, binary(SIGNED), `Look:\n\n${SIGNED}`, SIGNED.replaceAll('\n', '\r\n')]) {
    const opened = await open(input);
    assert.equal(opened.type === 'signed' && Buffer.from(opened.content).toString(), TEXT);
    assert.equal(opened.type === 'signed' && opened.name, 'm.txt');
    assert.equal(opened.facts['signer-fingerprint'], FINGERPRINT);
    assert.match(opened.facts['signed-at'] ?? '', /^2026-11-26T/);
    assert.deepEqual(opened.defects, []);
  }
});

test('signed text: dashes undone, signature read', async () => {
  const opened = await open(SIGNED_TEXT);
  assert.equal(opened.type === 'signed' && Buffer.from(opened.content).toString(), TEXT.trimEnd());
  assert.equal(opened.facts['signer-key'], FINGERPRINT.slice(-16));
  const cut = await open(SIGNED_TEXT.slice(0, SIGNED_TEXT.indexOf('-----BEGIN PGP SIGNATURE')));
  assert.equal(cut.type, 'signed');
  assert.deepEqual(cut.defects, [{ code: 'pgp-signature-missing' }]);
});

test('encrypted stays opaque, its recipients are named', async () => {
  const opened = await open(ENCRYPTED);
  assert.equal(opened.type === 'failed' && opened.failure.code, 'encrypted');
  assert.match(opened.facts.recipients ?? '', /^[0-9a-f]{16}$/);
  const byPassword = await open(WITH_PASSWORD);
  assert.match(byPassword.type === 'failed' ? byPassword.failure.detail : '', /password/);
});

test('keys and signatures', async () => {
  const key = await open(KEY);
  assert.equal(key.type === 'keys' && key.secret, false);
  assert.equal(key.facts['key-fingerprint'], FINGERPRINT);
  assert.equal(key.facts['user-ids'], 'Anna <anna@example.org>');
  assert.equal((await open(SIGNATURE)).type, 'signature');
});

test('a damaged armour is told', async () => {
  const damaged = ENCRYPTED.replace(/\n([A-Za-z])([A-Za-z0-9+/]{40})/, '\n$2$1');
  assert.deepEqual((await open(damaged)).defects, [{ code: 'pgp-armor-checksum' }]);
  assert.deepEqual((await open(ENCRYPTED.slice(0, 150))).defects, [{ code: 'pgp-armor-truncated' }]);
});

test('a bomb, nesting without end, partial lengths', async () => {
  const packet = (tag: number, body: Uint8Array) =>
    Buffer.concat([
      Buffer.from([
        0xc0 | tag,
        0xff,
        0,
        (body.length >> 16) & 0xff,
        (body.length >> 8) & 0xff,
        body.length & 0xff,
      ]),
      body,
    ]);
  const literal = packet(11, Buffer.concat([Buffer.from('b\0\0\0\0\0'), Buffer.alloc(3_000_000)]));
  const compress = (body: Uint8Array) => packet(8, Buffer.concat([Buffer.from([1]), deflateRawSync(body)]));
  const bomb = await open(compress(literal), { ...DEFAULT_LIMITS, ratioFloor: 1000, ratio: 10 });
  assert.equal(bomb.type === 'failed' && bomb.failure.code, 'bomb');
  let nested = packet(11, Buffer.from('b\0\0\0\0\0x'));
  for (let i = 0; i < 9; i++) nested = compress(nested);
  const deep = await open(nested);
  assert.equal(deep.type === 'failed' && deep.failure.code, 'too-deep');
  const partial = Buffer.concat([
    Buffer.from([0xcb, 0xe3]),
    Buffer.from('b\0\0\0\0\0ab'),
    Buffer.from([2]),
    Buffer.from('cd'),
  ]);
  const joined = await open(partial);
  assert.equal(joined.type === 'signed' && Buffer.from(joined.content).toString(), 'abcd');
});

test('compression of every kind that gpg writes', async () => {
  for (const [name, base64] of Object.entries(COMPRESSED)) {
    const opened = await open(Buffer.from(base64, 'base64'));
    assert.equal(opened.type === 'signed' && Buffer.from(opened.content).toString(), VAULT, name);
    assert.equal(opened.type === 'signed' && opened.problem, null, name);
  }
});

test('a packet that ends early gives what there is of it, and says so', async () => {
  const whole = Buffer.concat([
    Buffer.from([0xcb, 0xff, 0, 0, 4, 0]),
    Buffer.from('b\0\0\0\0\0'),
    Buffer.from(VAULT),
  ]);
  const cut = await open(whole);
  assert.equal(cut.type === 'signed' && VAULT.startsWith(Buffer.from(cut.content).toString()), true);
  assert.equal(cut.type === 'signed' && cut.problem?.code, 'truncated');
  const packed = Buffer.from(COMPRESSED.bzip2, 'base64');
  const lost = await open(packed.subarray(0, 80));
  assert.equal(lost.type === 'failed' && lost.failure.code, 'truncated');
});

test('mutated input never throws', async () => {
  const random = randomNumbers(13);
  const samples = [ENCRYPTED, KEY, SIGNATURE, SIGNED, SIGNED_TEXT, WITH_PASSWORD].flatMap((armor) => [
    Buffer.from(armor),
    binary(armor),
  ]);
  for (let round = 0; round < 6000; round++) {
    const bytes = Buffer.from(samples[round % samples.length] ?? []);
    for (let i = 0; i <= random(5); i++) bytes[random(bytes.length)] = random(256);
    assert.ok((await open(bytes.subarray(0, random(bytes.length + 1)))).type);
  }
});
