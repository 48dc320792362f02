import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { openPkcs7 } from './pkcs7.ts';
import { CERTIFICATE, DETACHED, ENVELOPED, SIGNED, SIGNED_STREAM } from './testing/samples.ts';

const CONTENT = 'Content-Type: text/plain\r\n\r\nhello\r\n';

const open = (bytes: Uint8Array, limits = DEFAULT_LIMITS) => openPkcs7(bytes, limits);

/** A DER element of any length. */
function der(identifier: number, ...content: (Uint8Array | readonly number[])[]): Buffer {
  const body = Buffer.concat(content.map((piece) => Buffer.from(piece)));
  const length =
    body.length < 128
      ? [body.length]
      : [0x84, 0, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff];
  return Buffer.concat([Buffer.from([identifier, ...length]), body]);
}

function compressed(plain: Uint8Array): Buffer {
  const type = der(6, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x09]);
  const data = der(6, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]);
  const inner = der(0x30, data, der(0xa0, der(4, deflateSync(plain))));
  return der(0x30, type, der(0xa0, der(0x30, der(2, [0]), der(0x30), inner)));
}

test('signed: the content as it was, and who signed', () => {
  for (const bytes of [SIGNED, SIGNED_STREAM]) {
    const opened = open(bytes);
    assert.equal(opened.type, 'signed');
    assert.equal(opened.type === 'signed' && Buffer.from(opened.content ?? []).toString(), CONTENT);
    assert.equal(opened.facts.signer, 'C=FR, O=Exemple, CN=Anna, emailAddress=anna@example.org');
    assert.equal(opened.facts['signer-email'], 'anna@example.org');
    assert.match(opened.facts['signer-serial'] ?? '', /^[0-9a-f]{20,40}$/);
  }
  assert.match(open(SIGNED_STREAM).facts['signed-at'] ?? '', /^2026-11-26T\d\d:\d\d:\d\dZ$/);
});

test('detached, and only certificates', () => {
  const detached = open(DETACHED);
  assert.equal(detached.type === 'signed' && detached.content, null);
  assert.equal(open(CERTIFICATE).type, 'certificates');
});

test('enveloped stays opaque, its recipients are named', () => {
  const opened = open(ENVELOPED);
  assert.equal(opened.type === 'failed' && opened.failure.code, 'encrypted');
  assert.match(opened.facts.recipients ?? '', /^C=FR, O=Exemple, CN=Anna Test, .* #[0-9a-f]+$/);
});

test('PEM and bare base64', () => {
  const base64 = SIGNED.toString('base64').replace(/.{64}/g, '$&\n');
  for (const text of [base64, `-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`]) {
    assert.equal(open(Buffer.from(text)).type, 'signed');
  }
});

test('compressed content, and a bomb', () => {
  const opened = open(compressed(Buffer.from(CONTENT)));
  assert.equal(opened.type === 'compressed' && Buffer.from(opened.content).toString(), CONTENT);
  const bomb = open(compressed(Buffer.alloc(3_000_000)), { ...DEFAULT_LIMITS, ratioFloor: 1000, ratio: 10 });
  assert.equal(bomb.type === 'failed' && bomb.failure.code, 'bomb');
});

test('truncated and senseless input is a failure or a defect, never an exception', () => {
  for (let length = 0; length < SIGNED.length; length++) open(SIGNED.subarray(0, length));
  assert.deepEqual(open(SIGNED.subarray(0, SIGNED.length - 10)).defects, [{ code: 'cms-truncated' }]);
  const half = open(SIGNED.subarray(0, SIGNED.length / 2));
  assert.equal(half.type === 'signed' && half.isContentCut, false);
  const begun = open(SIGNED.subarray(0, 80));
  assert.equal(begun.type === 'signed' && begun.isContentCut, true);
  assert.equal(open(Buffer.from('hello')).type, 'failed');
  // Nested indefinite elements without end: linear, and no recursion.
  assert.equal(open(Buffer.alloc(2_000_000, Buffer.from([0x30, 0x80]))).type, 'failed');
  const chunks = Buffer.alloc(200_000, Buffer.from([0x24, 0x80]));
  open(Buffer.concat([SIGNED_STREAM.subarray(0, 60), chunks]));
});

test('mutated structures never throw', () => {
  const random = randomNumbers(11);
  const samples = [SIGNED, SIGNED_STREAM, DETACHED, ENVELOPED, CERTIFICATE, compressed(Buffer.from(CONTENT))];
  for (let round = 0; round < 6000; round++) {
    const bytes = Buffer.from(samples[round % samples.length] ?? SIGNED);
    for (let i = 0; i <= random(5); i++) bytes[random(bytes.length)] = random(256);
    assert.ok(open(bytes).type);
  }
});
