import { readPaddedDigest } from '../dkim/rsa-padding.ts';
import { type PublicKey, readKeyRecord, rsaRecover } from '../keys/public-key.ts';
import type { GcdJob } from './gcd-job.ts';
import { modulusIn, numberOf, paddedNumber, recordOf } from './modulus.ts';
import { type Pair, pairsOf } from './pairs.ts';
import type { Sample } from './sample.ts';

/** A key that was computed from signatures. */
export interface RecoveredKey {
  readonly record: string;
  readonly bits: number;
  readonly exponent: number;
  /** Ids of the two messages it was computed from. */
  readonly from: readonly [string, string];
  /** Ids of all messages it verifies, those two included. */
  readonly verifies: readonly string[];
}

/** How the keys of one selector are computed. */
export interface RecoverOptions {
  /** The number-crunching, on another thread or right here. */
  readonly divisorOf: (job: GcdJob) => Promise<bigint>;
  /** Names of pairs that were tried before. */
  readonly tried: ReadonlySet<string>;
  /** Called after each pair, with its name, and the key if it gave one. */
  readonly onPair: (name: string, key: RecoveredKey | null) => void;
  /** Pairs to try before giving the rest up for this time. */
  readonly mostPairs: number;
}

/** 65537 signs nearly all mail; the others cost a few milliseconds, and come first for it. */
const EXPONENTS = [3, 17, 65_537] as const;

/** Two signatures give a candidate; it takes a third message to tell a key from a coincidence. */
export const LEAST_SAMPLES = 3;

/**
 * The RSA keys behind signatures of one domain, selector and length: one common divisor for a pair, then
 * whatever the key verifies is set aside and the rest is paired again, since more than one party may have
 * signed. Resolves to the keys found.
 */
export async function recoverGroup(
  samples: readonly Sample[],
  options: RecoverOptions,
): Promise<readonly RecoveredKey[]> {
  const keys: RecoveredKey[] = [];
  let rest = samples;
  let attempts = 0;
  search: while (rest.length >= LEAST_SAMPLES) {
    for (const pair of pairsOf(rest)) {
      if (options.tried.has(pair.name)) continue;
      if (attempts++ >= options.mostPairs) break search;
      const key = await tryPair(pair, rest, options.divisorOf);
      options.onPair(pair.name, key);
      if (key === null) continue;
      keys.push(key);
      const verified = new Set(key.verifies);
      rest = rest.filter((sample) => !verified.has(sample.id));
      continue search;
    }
    break;
  }
  return keys;
}

async function tryPair(
  { first, second }: Pair,
  samples: readonly Sample[],
  divisorOf: RecoverOptions['divisorOf'],
): Promise<RecoveredKey | null> {
  const bytes = first.signature.length;
  const number = ({ signature, hash, digest }: Sample) => ({
    signature: numberOf(signature),
    padded: paddedNumber(hash, digest, bytes),
  });
  for (const exponent of EXPONENTS) {
    const divisor = await divisorOf({ exponent, first: number(first), second: number(second) });
    const modulus = modulusIn(divisor, bytes);
    if (modulus === null) continue;
    const record = recordOf(modulus, exponent);
    const key = readKeyRecord(record);
    if (key.type === 'problem') continue;
    const verifies = samples.filter((sample) => isSignedBy(key, sample)).map((sample) => sample.id);
    if (verifies.length < LEAST_SAMPLES) continue;
    return { record, bits: modulus.toString(2).length, exponent, from: [first.id, second.id], verifies };
  }
  return null;
}

function isSignedBy(key: PublicKey, { signature, digest, hash }: Sample): boolean {
  const recovered = rsaRecover(key, signature);
  const padded = recovered && readPaddedDigest(recovered.info, recovered.padding);
  return padded !== null && padded.hash === hash && padded.digest.equals(digest);
}
