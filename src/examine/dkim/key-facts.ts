import type { DomainKey, SignatureKey } from '../../model/index.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { isSeenAround } from './weaknesses.ts';

/**
 * The facts of the key used. Where several sources hold this very key, the one that saw it around the
 * signing date speaks for it, of those the most trusted.
 */
export function keyFacts(
  used: { readonly record: DomainKey; readonly key: PublicKey },
  keys: readonly DomainKey[],
  signingTime: number | null,
): SignatureKey {
  const same = keys.filter((key) => key.record === used.record.record && key.trust === used.record.trust);
  const record = same.find((key) => signingTime !== null && isSeenAround(key, signingTime)) ?? used.record;
  return {
    trust: record.trust,
    source: record.source,
    algorithm: used.key.algorithm,
    bits: used.key.bits,
    firstSeen: record.firstSeen,
    lastSeen: record.lastSeen,
    fingerprint: used.key.fingerprint,
    testing: used.key.testing,
  };
}
