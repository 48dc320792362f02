import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { rsaKey } from './rsa.ts';

/** Kinds of keys: short RSA, usual RSA, Ed25519. */
export type KeyType = 'rsa1024' | 'rsa2048' | 'ed25519';

/** One key under one name, and when it is in use. */
export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  readonly type: KeyType;
  readonly private: KeyObject;
  /** ISO 8601 UTC. */
  readonly from: string;
  readonly until: string;
}

/** A key that follows from the seed and a label; two labels give two keys, whatever name they sign under. */
export function signingKey(seed: string, label: string, facts: Omit<SigningKey, 'private'>): SigningKey {
  return { ...facts, private: privateKey(`${seed}/key/${label}`, facts.type) };
}

const made = new Map<string, KeyObject>();

function privateKey(seed: string, type: KeyType): KeyObject {
  const name = `${type} ${seed}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const key = type === 'ed25519' ? ed25519Key(seed) : rsaKey(seed, type === 'rsa1024' ? 1024 : 2048);
  made.set(name, key);
  return key;
}

/** Any 32 bytes are an Ed25519 private key (RFC 8032); the prefix is the PKCS#8 wrapping of RFC 8410. */
function ed25519Key(seed: string): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const secret = createHash('sha256').update(seed).digest();
  return createPrivateKey({ key: Buffer.concat([prefix, secret]), format: 'der', type: 'pkcs8' });
}

/** The TXT record: SubjectPublicKeyInfo for RSA (RFC 6376), the bare 32 bytes for Ed25519 (RFC 8463). */
export function keyRecord(key: SigningKey): string {
  const spki = createPublicKey(key.private).export({ type: 'spki', format: 'der' });
  const [name, bytes] = key.type === 'ed25519' ? ['ed25519', spki.subarray(-32)] : ['rsa', spki];
  return `v=DKIM1; k=${name}; p=${bytes.toString('base64')}`;
}
