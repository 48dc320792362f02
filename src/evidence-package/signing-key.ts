import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { TamisError } from '../model/index.ts';
import type { Text } from '../model/text.ts';

/** A PEM key is a few hundred bytes. Attack: a path to a device or to something endless. */
const MAX_KEY_BYTES = 2 ** 16;

export interface SigningKey {
  /** PEM (RFC 8410). */
  readonly publicKey: string;
  /** SHA-256 of the public key's DER, hexadecimal: what one reads to the other over the telephone. */
  readonly fingerprint: string;
  readonly made: boolean;
  sign(bytes: Uint8Array): Uint8Array;
}

/**
 * The Ed25519 key in a file, PEM PKCS #8; where there is no file a new key is written there, for its owner only.
 * Throws `bad-key` for anything else that lies there, and for a file others may read.
 */
export function signingKey(path: string): SigningKey {
  const made = !existsSync(path);
  if (made) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(path, pem, { flag: 'wx', mode: 0o600 });
  }
  const key = readPrivate(path);
  const publicKey = createPublicKey(key);
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
    made,
    sign: (bytes) => sign(null, bytes, key),
  };
}

export type SignatureCheck =
  | { readonly type: 'good'; readonly fingerprint: string }
  | { readonly type: 'bad'; readonly fingerprint: string }
  | { readonly type: 'no-key' };

/** Whether a signature over `bytes` is by this public key (PEM). Never throws. */
export function checkSignature(publicPem: string, bytes: Uint8Array, signature: Uint8Array): SignatureCheck {
  const key = readPublic(publicPem);
  if (key === null) return { type: 'no-key' };
  const good = signature.length === 64 && verify(null, bytes, key, signature);
  return { type: good ? 'good' : 'bad', fingerprint: fingerprintOf(key) };
}

/** The fingerprint of a public key in PEM; null for what is no Ed25519 key. */
export function fingerprintOfPem(publicPem: string): string | null {
  const key = readPublic(publicPem);
  return key === null ? null : fingerprintOf(key);
}

function readPublic(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function readPrivate(path: string): KeyObject {
  const stat = statSync(path);
  if (!stat.isFile() || stat.size > MAX_KEY_BYTES)
    throw badKey(path, { en: 'it is no key file', fr: 'ce n’est pas un fichier de clé' });
  // On Windows the mode says nothing about who may read.
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    throw badKey(path, {
      en: 'others may read it; take that away with "chmod 600"',
      fr: 'd’autres peuvent le lire\u202f; retirez-le-leur par «\u00a0chmod 600\u00a0»',
    });
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw badKey(
      path,
      {
        en: 'it is no private key in PEM without a password',
        fr: 'ce n’est pas une clé privée en PEM sans mot de passe',
      },
      cause,
    );
  }
  throw badKey(path, { en: 'it is not an Ed25519 key', fr: 'ce n’est pas une clé Ed25519' });
}

function badKey(path: string, why: Text, cause?: unknown): TamisError {
  return new TamisError(
    'bad-key',
    { en: `${path} cannot be signed with: ${why.en}.`, fr: `${path} ne peut pas signer\u00a0: ${why.fr}.` },
    { cause },
  );
}

function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
