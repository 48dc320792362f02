import assert from 'node:assert/strict';
import { createCipheriv, createHash } from 'node:crypto';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { documentMetadata } from '../document/metadata.ts';

const sha512 = (...parts: readonly Buffer[]) => createHash('sha512').update(Buffer.concat(parts)).digest();

function aes(key: Buffer, vector: Buffer, bytes: Buffer): Buffer {
  const padded = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** Agile encryption as [MS-OFFCRYPTO] 2.3.4.10 describes it, with few rounds. */
function sealed(content: Buffer, password: string, rounds: number): Uint8Array {
  const [salt, dataSalt, secret] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2), Buffer.alloc(32, 3)];
  const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  let base = sha512(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < rounds; round++) base = sha512(number(round), base);
  const under = (block: string, bytes: Buffer) =>
    aes(sha512(base, Buffer.from(block, 'hex')).subarray(0, 32), salt, bytes).toString('base64');
  const input = Buffer.alloc(16, 9);
  const parameters = (own: Buffer) =>
    `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${own.toString('base64')}"`;
  const xml =
    `<encryption><keyData ${parameters(dataSalt)}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${rounds}" ${parameters(salt)} ` +
    `encryptedVerifierHashInput="${under('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${under('d7aa0f6d3061344e', sha512(input))}" ` +
    `encryptedKeyValue="${under('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(content.length));
  const segments: Buffer[] = [size];
  for (let at = 0; at < content.length; at += 4096)
    segments.push(
      aes(secret, sha512(dataSalt, number(at / 4096)).subarray(0, 16), content.subarray(at, at + 4096)),
    );
  return writeCfb([
    {
      name: 'EncryptionInfo',
      bytes: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]),
    },
    { name: 'EncryptedPackage', bytes: Buffer.concat(segments) },
  ]);
}

const read = (bytes: Uint8Array, passwords: readonly string[]) =>
  documentMetadata('application/encrypted', bytes, { passwords, limits: DEFAULT_LIMITS });

test('a document under a password opens with it, over several segments', () => {
  const content = Buffer.from('content '.repeat(1000));
  const file = sealed(content, 'clé', 100);
  const { embedded, failure } = read(file, ['wrong', 'clé']);
  assert.equal(failure, null);
  assert.deepEqual(Buffer.from(embedded[0]?.bytes ?? []), content);
  assert.match(read(file, ['wrong']).failure?.detail ?? '', /1 of 1 passwords were tried/);
  assert.equal(read(file, []).failure?.code, 'encrypted');
});

test('what Excel encrypts for everybody opens without a password', () => {
  assert.equal(read(sealed(Buffer.from('x'), 'VelvetSweatshop', 10), []).failure, null);
});

test('endless rounds are refused, and many passwords bounded', () => {
  const endless = sealed(Buffer.from('x'), 'a', 0);
  const text = Buffer.from(endless).toString('latin1').replace('spinCount="0"', 'spinCount="4000000000"');
  assert.match(read(Buffer.from(text, 'latin1'), ['a']).failure?.detail ?? '', /no reader/);
});
