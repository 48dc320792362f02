import { createHash, createPublicKey, type KeyObject, publicDecrypt } from 'node:crypto';
import type { DomainKey } from '../../model/index.ts';
import { parseTagList } from '../dkim/tag-list.ts';

/** A key record read and ready to verify with. */
export interface PublicKey {
  readonly type: 'key';
  readonly algorithm: 'rsa' | 'ed25519';
  readonly bits: number;
  readonly object: KeyObject;
  /** SHA-256 of the p= bytes, hexadecimal. */
  readonly fingerprint: string;
  /** t=y: the domain was only testing. */
  readonly testing: boolean;
  /** t=s: i= must be the very domain of d=. */
  readonly strictIdentity: boolean;
  /** h=: hash names allowed, null for all. */
  readonly hashes: readonly string[] | null;
  /** s= names neither `*` nor `email`. */
  readonly otherService: boolean;
}

/** Why a record gives no key. `revoked` is an empty p= (RFC 6376 section 3.6.1). */
export interface KeyProblem {
  readonly type: 'problem';
  readonly why: 'key-revoked' | 'bad-key-record' | 'unknown-key-type' | 'key-too-large';
}

/**
 * Attack: a key of a million bits that takes minutes for one signature. 8192 bits are seen in test suites;
 * OpenSSL itself refuses more than 16384.
 */
const MAX_RSA_BITS = 8192;

const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const parsed = new WeakMap<DomainKey, PublicKey | KeyProblem>();

/** The public key of a record, read once per DomainKey object. Never throws. */
export function publicKeyOf(key: DomainKey): PublicKey | KeyProblem {
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const result = readKeyRecord(key.record);
  parsed.set(key, result);
  return result;
}

/** Why no signature can be checked by a record, in words; null for a key, and for one its domain withdrew. */
export function unusable(record: string): string | null {
  const read = readKeyRecord(record);
  if (read.type === 'key' || read.why === 'key-revoked') return null;
  return UNUSABLE[read.why];
}

const UNUSABLE: Readonly<Record<Exclude<KeyProblem['why'], 'key-revoked'>, string>> = {
  'bad-key-record': 'it is no valid key record',
  'unknown-key-type': 'its type of key is unknown',
  'key-too-large': 'its key is too large to be checked',
};

/** Reads a DKIM key record (RFC 6376 section 3.6.1, RFC 8463). Never throws. */
export function readKeyRecord(record: string): PublicKey | KeyProblem {
  const { tags, duplicates } = parseTagList(record);
  const version = tags.get('v');
  const p = tags.get('p');
  if (duplicates.length > 0 || p === undefined || (version && version.value !== 'DKIM1')) {
    return { type: 'problem', why: 'bad-key-record' };
  }
  const keyType = (tags.get('k')?.value || 'rsa').toLowerCase();
  if (keyType !== 'rsa' && keyType !== 'ed25519') return { type: 'problem', why: 'unknown-key-type' };
  const der = Buffer.from(p.value, 'base64');
  if (der.length === 0) return { type: 'problem', why: p.value === '' ? 'key-revoked' : 'bad-key-record' };
  const object = keyType === 'rsa' ? rsaKey(der) : ed25519Key(der);
  if (object === null) return { type: 'problem', why: 'bad-key-record' };
  const bits = keyType === 'ed25519' ? 256 : (object.asymmetricKeyDetails?.modulusLength ?? 0);
  if (bits > MAX_RSA_BITS) return { type: 'problem', why: 'key-too-large' };
  const flags = listOf(tags.get('t')?.value);
  const services = listOf(tags.get('s')?.value);
  const hashes = listOf(tags.get('h')?.value);
  return {
    type: 'key',
    algorithm: keyType,
    bits,
    object,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    testing: flags.includes('y'),
    strictIdentity: flags.includes('s'),
    hashes: hashes.length > 0 ? hashes : null,
    otherService: services.length > 0 && !services.includes('*') && !services.includes('email'),
  };
}

/**
 * What stands behind the padding 00 01 FF...FF 00 of a signature raised to the public exponent, and how many
 * FF there are, eight at least; null when the padding is not that, to the byte: OpenSSL checks it all
 * (RFC 8017 section 9.2). The one costly operation: 20 microseconds at 2048 bits. The key is given bare: Node
 * throws and catches two errors on its way to one inside an options object, ten microseconds more.
 */
export function rsaRecover(key: PublicKey, signature: Uint8Array): { info: Buffer; padding: number } | null {
  const size = Math.ceil(key.bits / 8);
  if (signature.length > size || signature.length === 0) return null;
  const padded = signature.length === size ? signature : leftPad(signature, size);
  try {
    const info = publicDecrypt(key.object, padded);
    return { info, padding: size - 3 - info.length };
  } catch {
    // Another padding, or not below the modulus: not a signature of this key.
    return null;
  }
}

/** SubjectPublicKeyInfo as RFC 6376 asks, or a bare RSAPublicKey as some records hold. */
function rsaKey(der: Buffer): KeyObject | null {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const object = createPublicKey({ key: der, format: 'der', type });
      if (object.asymmetricKeyType === 'rsa') return object;
    } catch {
      // The other form, or none.
    }
  }
  return null;
}

/** 32 bare bytes (RFC 8463 section 4.2). */
function ed25519Key(der: Buffer): KeyObject | null {
  if (der.length !== 32) return null;
  try {
    return createPublicKey({ key: Buffer.concat([ED25519_PREFIX, der]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function leftPad(bytes: Uint8Array, size: number): Uint8Array {
  const padded = new Uint8Array(size);
  padded.set(bytes, size - bytes.length);
  return padded;
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(':')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
}
