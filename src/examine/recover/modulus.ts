import { createPublicKey } from 'node:crypto';
import type { HashName } from '../dkim/signature-tags.ts';

const DIGEST_INFO: Readonly<Record<HashName, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha1: '3021300906052b0e03021a05000414',
};

/** The number an RSA signature of that many bytes stands for: PKCS#1 v1.5 padding (RFC 8017 section 9.2). */
export function paddedNumber(hash: HashName, digest: Buffer, bytes: number): bigint {
  const info = DIGEST_INFO[hash] + digest.toString('hex');
  const padding = 'ff'.repeat(Math.max(0, bytes - 3 - info.length / 2));
  return BigInt(`0x0001${padding}00${info}`);
}

/** Bytes as an unsigned number, the high byte first (OS2IP of RFC 8017, 4.2). */
export function numberOf(bytes: Buffer): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
}

/** Two multiples of one modulus share small factors by chance: p divides both with probability 1/p². */
const LARGEST_FACTOR = 1 << 16;

/**
 * The modulus in a greatest common divisor: without its small factors, and only with the length that the
 * signatures have. Null for anything else, 1 above all.
 */
export function modulusIn(divisor: bigint, signatureBytes: number): bigint | null {
  const most = BigInt(8 * signatureBytes);
  const least = most - 8n;
  let rest = divisor;
  if (rest >> least === 0n || rest >> (most + 64n) !== 0n) return null;
  for (let factor = 2; factor < LARGEST_FACTOR; factor += factor === 2 ? 1 : 2) {
    while (rest % BigInt(factor) === 0n) rest /= BigInt(factor);
  }
  return rest >> least !== 0n && rest >> most === 0n ? rest : null;
}

/** The DKIM record of an RSA key (RFC 6376 section 3.6.1). */
export function recordOf(modulus: bigint, exponent: number): string {
  const key = { kty: 'RSA', n: base64Url(modulus), e: base64Url(BigInt(exponent)) };
  const der = createPublicKey({ key, format: 'jwk' }).export({ format: 'der', type: 'spki' });
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
}

function base64Url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
