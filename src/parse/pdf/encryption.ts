import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { rc4 } from './rc4.ts';
import { integerOf, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './value.ts';

/** Undoes the encryption of one object's string or stream. */
export interface Decryption {
  string(bytes: Buffer, number: number, generation: number): Buffer;
  stream(bytes: Buffer, number: number, generation: number): Buffer;
  /** An embedded file, which may be all that is encrypted. */
  file(bytes: Buffer, number: number, generation: number): Buffer;
  /** The password that opened it. */
  readonly password: string;
}

/** What came of opening an encrypted file. */
export type Opening =
  | { readonly type: 'open'; readonly decryption: Decryption }
  | { readonly type: 'closed' }
  /** Closed, but nothing is encrypted beside the embedded files. */
  | { readonly type: 'only-files' }
  | { readonly type: 'unsupported'; readonly detail: string };

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

type Method = 'none' | 'rc4' | 'aes128' | 'aes256';

/**
 * The standard security handler (ISO 32000-2, 7.6.4), revisions 2 to 6, with each password in turn as the user's
 * and as the owner's. The empty one comes first: it opens every document that is only protected from printing.
 */
export function openEncryption(encrypt: PdfDictionary, id: Buffer, passwords: readonly string[]): Opening {
  if (nameOf(encrypt.get('Filter')) !== 'Standard') {
    return { type: 'unsupported', detail: `Security handler ${nameOf(encrypt.get('Filter')).slice(0, 40)}.` };
  }
  const revision = integerOf(encrypt.get('R')) ?? 0;
  if (revision < 2 || revision > 6)
    return { type: 'unsupported', detail: `Encryption revision ${revision}.` };
  for (const password of new Set(['', ...passwords])) {
    const key =
      revision >= 5 ? modernKey(encrypt, revision, password) : classicKey(encrypt, id, revision, password);
    if (key !== null) return { type: 'open', decryption: decryptionWith(encrypt, key, password) };
  }
  const onlyFiles = methodOf(encrypt, 'StrF') === 'none' && methodOf(encrypt, 'StmF') === 'none';
  return { type: onlyFiles ? 'only-files' : 'closed' };
}

function decryptionWith(encrypt: PdfDictionary, key: Buffer, password: string): Decryption {
  const strings = methodOf(encrypt, 'StrF');
  const streams = methodOf(encrypt, 'StmF');
  const files = encrypt.has('EFF') ? methodOf(encrypt, 'EFF') : streams;
  return {
    string: (bytes, number, generation) => decrypt(strings, key, bytes, number, generation),
    stream: (bytes, number, generation) => decrypt(streams, key, bytes, number, generation),
    file: (bytes, number, generation) => decrypt(files, key, bytes, number, generation),
    password,
  };
}

/** Crypt filters, 7.6.6: which cipher is for what, from version 4 on. */
function methodOf(encrypt: PdfDictionary, use: 'StrF' | 'StmF' | 'EFF'): Method {
  const version = integerOf(encrypt.get('V')) ?? 0;
  if (version < 4) return 'rc4';
  const filters = encrypt.get('CF');
  const filter = isDictionary(filters) ? filters.get(nameOf(encrypt.get(use))) : undefined;
  const method = isDictionary(filter) ? nameOf(filter.get('CFM')) : '';
  if (method === 'V2') return 'rc4';
  if (method === 'AESV2') return 'aes128';
  return method === 'AESV3' ? 'aes256' : 'none';
}

function decrypt(method: Method, key: Buffer, bytes: Buffer, number: number, generation: number): Buffer {
  if (method === 'none') return bytes;
  if (method === 'aes256') return aesCbc(key, bytes);
  const salt = Buffer.alloc(5);
  salt.writeUIntLE(number & 0xffffff, 0, 3);
  salt.writeUInt16LE(generation & 0xffff, 3);
  const parts = method === 'aes128' ? [key, salt, Buffer.from('sAlT')] : [key, salt];
  const own = md5(Buffer.concat(parts)).subarray(0, Math.min(16, key.length + 5));
  return method === 'aes128' ? aesCbc(own, bytes) : rc4(own, bytes);
}

/** AES in CBC with the vector in front; the padding is taken off where it makes sense. */
function aesCbc(key: Buffer, bytes: Buffer): Buffer {
  const whole = bytes.length - (bytes.length % 16);
  if (whole < 32) return Buffer.alloc(0);
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, bytes.subarray(0, 16)).setAutoPadding(
    false,
  );
  const out = Buffer.concat([cipher.update(bytes.subarray(16, whole)), cipher.final()]);
  const pad = out[out.length - 1] ?? 0;
  return pad >= 1 && pad <= 16 ? out.subarray(0, out.length - pad) : out;
}

/** Algorithms 2, 6 and 7 of 7.6.4: revisions 2 to 4. */
function classicKey(encrypt: PdfDictionary, id: Buffer, revision: number, password: string): Buffer | null {
  const owner = bytesOf(encrypt.get('O'));
  const user = bytesOf(encrypt.get('U'));
  if (owner.length < 32 || user.length < 16) return null;
  const bits =
    revision === 2
      ? 40
      : (integerOf(encrypt.get('Length')) ?? (methodOf(encrypt, 'StmF') === 'rc4' ? 40 : 128));
  const length = Math.min(16, Math.max(5, (bits > 16 ? bits : bits * 8) >> 3));
  const padded = pad(password);
  for (const candidate of [padded, ownerToUser(owner, padded, revision, length)]) {
    for (const size of new Set([length, revision === 2 ? 5 : 16])) {
      const key = fileKey(encrypt, id, owner, revision, candidate, size);
      if (matchesUser(key, user, id, revision)) return key;
    }
  }
  return null;
}

function fileKey(
  encrypt: PdfDictionary,
  id: Buffer,
  owner: Buffer,
  revision: number,
  padded: Buffer,
  length: number,
): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((integerOf(encrypt.get('P')) ?? 0) | 0);
  const parts = [padded, owner.subarray(0, 32), permissions, id];
  if (revision >= 4 && encrypt.get('EncryptMetadata') === false) parts.push(Buffer.alloc(4, 0xff));
  let key = md5(Buffer.concat(parts)).subarray(0, length);
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key).subarray(0, length);
  return key;
}

function matchesUser(key: Buffer, user: Buffer, id: Buffer, revision: number): boolean {
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32));
  let out = rc4(key, md5(Buffer.concat([PADDING, id])));
  for (let round = 1; round <= 19; round++) out = rc4(xored(key, round), out);
  return out.equals(user.subarray(0, 16));
}

/** What the owner's password gives: the user's, padded. */
function ownerToUser(owner: Buffer, padded: Buffer, revision: number, length: number): Buffer {
  let key = md5(padded);
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, length));
  key = key.subarray(0, revision === 2 ? 5 : length);
  let out = owner.subarray(0, 32);
  for (let round = revision === 2 ? 0 : 19; round >= 0; round--) out = rc4(xored(key, round), out);
  return out;
}

/** Algorithm 2.A: revisions 5 and 6, AES-256. */
function modernKey(encrypt: PdfDictionary, revision: number, password: string): Buffer | null {
  const [user, owner] = [bytesOf(encrypt.get('U')), bytesOf(encrypt.get('O'))];
  const [userKey, ownerKey] = [bytesOf(encrypt.get('UE')), bytesOf(encrypt.get('OE'))];
  if (user.length < 48 || owner.length < 48 || userKey.length < 32 || ownerKey.length < 32) return null;
  const secret = Buffer.from(password.normalize('NFKC')).subarray(0, 127);
  const hash =
    revision === 5 ? (salt: Buffer, extra: Buffer) => sha(256, [secret, salt, extra]) : hardened(secret);
  const none = Buffer.alloc(0);
  const both = user.subarray(0, 48);
  if (hash(user.subarray(32, 40), none).equals(user.subarray(0, 32))) {
    return unwrapped(hash(user.subarray(40, 48), none), userKey);
  }
  if (hash(owner.subarray(32, 40), both).equals(owner.subarray(0, 32))) {
    return unwrapped(hash(owner.subarray(40, 48), both), ownerKey);
  }
  return null;
}

function unwrapped(key: Buffer, wrapped: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(wrapped.subarray(0, 32)), cipher.final()]);
}

/** Algorithm 2.B: at least 64 rounds, ended by a byte of the result; in truth below a hundred. */
function hardened(secret: Buffer): (salt: Buffer, extra: Buffer) => Buffer {
  return (salt, extra) => {
    let key = sha(256, [secret, salt, extra]);
    for (let round = 0; round < 4096; round++) {
      const block = Buffer.concat([secret, key, extra]);
      const repeated = Buffer.concat(Array.from({ length: 64 }, () => block));
      const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
        false,
      );
      const mixed = Buffer.concat([cipher.update(repeated), cipher.final()]);
      let sum = 0;
      for (const byte of mixed.subarray(0, 16)) sum += byte;
      key = sha(sum % 3 === 0 ? 256 : sum % 3 === 1 ? 384 : 512, [mixed]);
      if (round >= 63 && (mixed[mixed.length - 1] ?? 0) <= round - 31) break;
    }
    return key.subarray(0, 32);
  };
}

function pad(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
}

function xored(key: Buffer, round: number): Buffer {
  return Buffer.from(key.map((byte) => byte ^ round));
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function sha(bits: 256 | 384 | 512, parts: readonly Buffer[]): Buffer {
  const hash = createHash(`sha${bits}`);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function bytesOf(value: PdfValue | undefined): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}
