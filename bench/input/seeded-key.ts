import { checkPrimeSync, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Random } from './random.ts';

/** A signer of the benchmark's mail, with the record its domain would publish. */
export interface SeededKey {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: KeyObject;
  readonly record: string;
}

const EXPONENT = 65537n;

/**
 * An RSA key that follows from the seed alone, which node:crypto's own generator cannot give: without it every
 * run would sign, store and hash other bytes. Worth nothing as a secret.
 */
export function seededKey(domain: string, selector: string, bits: number, random: Random): SeededKey {
  const p = prime(bits / 2, random);
  const q = prime(bits / 2, random);
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  const parts = { n: p * q, e: EXPONENT, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, base64url(value)]));
  const privateKey = createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } });
  const p64 = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { domain, selector, privateKey, record: `v=DKIM1; k=rsa; p=${p64}` };
}

function prime(bits: number, random: Random): bigint {
  for (;;) {
    const bytes = random.bytes(bits / 8);
    // The two upper bits set make the modulus as long as asked for; an even number is no prime.
    bytes[0] = (bytes[0] ?? 0) | 0xc0;
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 1;
    const candidate = BigInt(`0x${bytes.toString('hex')}`);
    if ((candidate - 1n) % EXPONENT !== 0n && checkPrimeSync(candidate)) return candidate;
  }
}

/** By the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r, next, s, t] = [modulus, value % modulus, 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next, s, t] = [next, r - quotient * next, t, s - quotient * t];
  }
  return ((s % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
