/**
 * RSA keys that follow from a seed, so that an exercise can be made again without any key in the repository.
 * They protect nothing: whoever knows the seed of an exercise knows them. Never use them for real mail.
 */
import { checkPrimeSync, createHash, createPrivateKey, type KeyObject } from 'node:crypto';

const EXPONENT = 65537n;

/** An RSA key of exactly `bits` bits (1024: 10 ms, 2048: 0.1 s). */
export function rsaKey(seed: string, bits: 1024 | 2048): KeyObject {
  const p = primeOf(`${seed}/p`, bits / 2);
  const q = primeOf(`${seed}/q`, bits / 2);
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  const jwk = {
    kty: 'RSA',
    n: base64url(p * q),
    e: base64url(EXPONENT),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

/** The first prime from a start the seed gives; its two highest bits are set, so that p·q has all its bits. */
function primeOf(seed: string, bits: number): bigint {
  let digits = '';
  for (let block = 0; digits.length < bits / 4; block++) {
    digits += createHash('sha512').update(`${seed}/${block}`).digest('hex');
  }
  let candidate = BigInt(`0x${digits.slice(0, bits / 4)}`) | (3n << BigInt(bits - 2)) | 1n;
  while (!isUsable(candidate)) candidate += 2n;
  return candidate;
}

/** Most candidates fall to a small divisor, which costs far less than OpenSSL's Miller and Rabin rounds. */
function isUsable(candidate: bigint): boolean {
  if (SMALL_PRIMES.some((prime) => candidate % prime === 0n)) return false;
  return (candidate - 1n) % EXPONENT !== 0n && checkPrimeSync(candidate);
}

const SMALL_PRIMES = Array.from({ length: 500 }, (_, index) => BigInt(2 * index + 3)).filter((odd) => {
  for (let divisor = 3n; divisor * divisor <= odd; divisor += 2n) if (odd % divisor === 0n) return false;
  return true;
});

/** By the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [low, high] = [value % modulus, modulus];
  let [x, y] = [1n, 0n];
  while (low > 1n) {
    const quotient = high / low;
    [low, high] = [high % low, low];
    [x, y] = [y - quotient * x, x];
  }
  return ((x % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
