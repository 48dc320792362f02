import { createDecipheriv, hash } from 'node:crypto';
import type { Failure } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import type { Compound } from './compound.ts';

/** Rounds of hashing asked for; Office writes 100,000. Attack: four thousand million of them. */
const MOST_ROUNDS = 1_000_000;
/** Rounds over all passwords together: some ten seconds. Office's own count lets forty passwords be tried. */
const ROUNDS_IN_ALL = 4_000_000;
/** Excel encrypts workbooks that are only protected from writing under this one ([MS-OFFCRYPTO] 2.4.2.3). */
const EXCEL_DEFAULT = 'VelvetSweatshop';

/** An encrypted Office file, opened or with the reason why not. */
export type OpenedPackage =
  | { readonly type: 'open'; readonly bytes: Buffer }
  | { readonly type: 'closed'; readonly failure: Failure };

/**
 * The Office Open XML package in a compound file with a password ([MS-OFFCRYPTO] 2.3.4): agile encryption of Office
 * 2010 and later, standard encryption of 2007. Each password is tried in turn.
 */
export function openEncryptedPackage(compound: Compound, passwords: readonly string[]): OpenedPackage {
  const information = bufferOf(compound.stream('EncryptionInfo'));
  const cipher = bufferOf(compound.stream('EncryptedPackage'));
  if (information.length < 12 || cipher.length < 8) return closed('Its encryption has no reader here.');
  const agile = information.readUInt16LE(0) === 4 && information.readUInt16LE(2) === 4;
  const standard = !agile && information.readUInt16LE(2) === 2;
  if (!agile && !standard) return closed('Its encryption has no reader here.');
  const scheme = agile ? agileScheme(information) : standardScheme(information);
  if (scheme === null) return closed('Its encryption has no reader here.');
  const candidates = [...new Set([EXCEL_DEFAULT, ...passwords])];
  const tried = candidates.slice(0, Math.max(1, Math.floor(ROUNDS_IN_ALL / Math.max(1, scheme.rounds))));
  for (const password of tried) {
    const key = scheme.keyFor(Buffer.from(password, 'utf16le'));
    if (key === null) continue;
    const size = Math.min(Number(cipher.readBigUInt64LE(0)), cipher.length - 8);
    return { type: 'open', bytes: scheme.decrypt(key, cipher.subarray(8)).subarray(0, size) };
  }
  return closed(
    passwords.length === 0
      ? 'No password was given.'
      : `${tried.length - 1} of ${candidates.length - 1} passwords were tried and did not open it.`,
  );
}

function closed(why: string): OpenedPackage {
  return {
    type: 'closed',
    failure: { code: 'encrypted', detail: `An Office document with a password. ${why}` },
  };
}

interface Scheme {
  /** Of hashing, for one password. */
  readonly rounds: number;
  /** The key of the package, or null for a wrong password. */
  keyFor(password: Buffer): Buffer | null;
  decrypt(key: Buffer, bytes: Buffer): Buffer;
}

interface AgileKey {
  readonly salt: Buffer;
  readonly algorithm: string;
  readonly keyBytes: number;
  readonly blockBytes: number;
}

const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const VERIFIER_VALUE = Buffer.from('d7aa0f6d3061344e', 'hex');
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex');
const SEGMENT = 4096;
const STANDARD_ROUNDS = 50_000;

/** 2.3.4.10 to 2.3.4.15: parameters in XML, AES in CBC, segments of 4,096 bytes. */
function agileScheme(information: Buffer): Scheme | null {
  let data: AgileKey | null = null;
  for (const token of xmlTokens(information.toString('utf8', 8))) {
    if (token.type !== 'open') continue;
    if (token.name === 'keyData') data = agileKey(token.attributes);
    if (token.name !== 'encryptedKey' || data === null) continue;
    const own = agileKey(token.attributes);
    const rounds = Number(attribute(token.attributes, 'spinCount') ?? Number.NaN);
    if (own === null || !(rounds >= 0 && rounds <= MOST_ROUNDS)) return null;
    const value = (name: string) => Buffer.from(attribute(token.attributes, name) ?? '', 'base64');
    const [input, verifier, wrapped] = [
      'encryptedVerifierHashInput',
      'encryptedVerifierHashValue',
      'encryptedKeyValue',
    ].map(value);
    const segments = data;
    return {
      rounds,
      keyFor(password) {
        const base = spun(own.algorithm, Buffer.concat([own.salt, password]), rounds);
        const opened = (block: Buffer, bytes = Buffer.alloc(0)) =>
          cbc(
            fitted(digest(own.algorithm, base, block), own.keyBytes),
            fitted(own.salt, own.blockBytes),
            bytes,
          );
        const expected = digest(own.algorithm, opened(VERIFIER_INPUT, input).subarray(0, own.salt.length));
        if (!opened(VERIFIER_VALUE, verifier).subarray(0, expected.length).equals(expected)) return null;
        return opened(KEY_VALUE, wrapped).subarray(0, segments.keyBytes);
      },
      decrypt: (key, bytes) => decryptSegments(segments, key, bytes),
    };
  }
  return null;
}

function agileKey(attributes: string): AgileKey | null {
  const algorithm = (attribute(attributes, 'hashAlgorithm') ?? '').replace('-', '').toLowerCase();
  const keyBytes = Number(attribute(attributes, 'keyBits')) / 8;
  const blockBytes = Number(attribute(attributes, 'blockSize'));
  const salt = Buffer.from(attribute(attributes, 'saltValue') ?? '', 'base64');
  const known = /^(?:sha1|sha256|sha384|sha512)$/.test(algorithm) && [16, 24, 32].includes(keyBytes);
  const usual =
    attribute(attributes, 'cipherAlgorithm') === 'AES' &&
    attribute(attributes, 'cipherChaining') === 'ChainingModeCBC';
  return known && usual && blockBytes === 16 && salt.length > 0
    ? { salt, algorithm, keyBytes, blockBytes }
    : null;
}

function decryptSegments(data: AgileKey, key: Buffer, bytes: Buffer): Buffer {
  const out: Buffer[] = [];
  const number = Buffer.alloc(4);
  for (let at = 0, index = 0; at < bytes.length; at += SEGMENT, index++) {
    number.writeUInt32LE(index);
    const vector = fitted(digest(data.algorithm, data.salt, number), data.blockBytes);
    out.push(cbc(key, vector, bytes.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(out);
}

/** 2.3.4.5 to 2.3.4.9: fixed 50,000 rounds of SHA-1, AES in ECB. */
function standardScheme(information: Buffer): Scheme | null {
  const headerAt = 12;
  const verifierAt = headerAt + information.readUInt32LE(8);
  if (verifierAt + 72 > information.length || headerAt + 20 > information.length) return null;
  const keyBytes = information.readUInt32LE(headerAt + 16) / 8;
  if (![16, 24, 32].includes(keyBytes)) return null;
  const salt = information.subarray(verifierAt + 4, verifierAt + 20);
  const verifier = information.subarray(verifierAt + 20, verifierAt + 36);
  const expected = information.subarray(verifierAt + 40, verifierAt + 72);
  return {
    rounds: STANDARD_ROUNDS,
    keyFor(password) {
      const base = digest(
        'sha1',
        spun('sha1', Buffer.concat([salt, password]), STANDARD_ROUNDS),
        Buffer.alloc(4),
      );
      const half = (fill: number) =>
        digest(
          'sha1',
          Buffer.alloc(64, fill).map((byte, index) => byte ^ (base[index] ?? 0)),
        );
      const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
      const hashed = digest('sha1', ecb(key, verifier));
      return ecb(key, expected).subarray(0, hashed.length).equals(hashed) ? key : null;
    },
    decrypt: ecb,
  };
}

/** The salted password, hashed again and again with the number of the round in front. */
function spun(algorithm: string, start: Buffer, rounds: number): Buffer {
  let current = digest(algorithm, start);
  const block = Buffer.alloc(4 + current.length);
  for (let round = 0; round < rounds; round++) {
    block.writeUInt32LE(round, 0);
    current.copy(block, 4);
    current = digest(algorithm, block);
  }
  return current;
}

function digest(algorithm: string, ...parts: readonly Uint8Array[]): Buffer {
  const [only] = parts;
  return hash(algorithm, parts.length === 1 && only !== undefined ? only : Buffer.concat(parts), 'buffer');
}

/** Cut, or filled with 0x36, to a length. */
function fitted(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]).subarray(0, length);
}

function cbc(key: Buffer, vector: Buffer, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  return whole(cipher, bytes);
}

function ecb(key: Buffer, bytes: Buffer): Buffer {
  return whole(createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false), bytes);
}

/** Without a block that was cut off. */
function whole(cipher: ReturnType<typeof createDecipheriv>, bytes: Buffer): Buffer {
  return Buffer.concat([
    cipher.update(bytes.subarray(0, bytes.length - (bytes.length % 16))),
    cipher.final(),
  ]);
}

function bufferOf(bytes: Uint8Array | null): Buffer {
  return bytes === null ? Buffer.alloc(0) : asBuffer(bytes);
}
