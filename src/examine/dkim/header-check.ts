import { hash as hashAtOnce, verify } from 'node:crypto';
import type { DomainKey, HeaderCheck } from '../../model/index.ts';
import { type PublicKey, publicKeyOf, rsaRecover } from '../keys/public-key.ts';
import { readPaddedDigest } from './rsa-padding.ts';
import type { HashName, SignatureTags } from './signature-tags.ts';

/** What came of checking b= with the keys there are. */
export interface HeaderOutcome {
  readonly check: HeaderCheck;
  /** The key that decided, or the first one tried; null when none could be used. */
  readonly key: { readonly record: DomainKey; readonly key: PublicKey } | null;
  /** With `changed`: the digest that was signed, which an undo search can look for without the key. */
  readonly signedDigest: Buffer | null;
}

/** Attack: a key file with thousands of records of one name, each costing an RSA operation. */
const MAX_KEYS_TRIED = 32;

/** Checks the signature over the canonical header bytes with every key known for it. Never throws. */
export function checkHeader(data: Buffer, tags: SignatureTags, keys: readonly DomainKey[]): HeaderOutcome {
  const { hash, keyType } = tags;
  if (hash === null || keyType === null) return notCheckable('unknown-algorithm');
  if (keys.length === 0) return notCheckable('no-key');
  const digest = hashAtOnce(hash, data, 'buffer');
  let best: HeaderOutcome | null = null;
  let problem: string | null = null;
  for (const record of keys.slice(0, MAX_KEYS_TRIED)) {
    const key = publicKeyOf(record);
    if (key.type === 'problem') problem ??= key.why;
    else if (key.algorithm !== keyType) problem ??= 'key-algorithm-mismatch';
    else {
      const { check, signedDigest } = checkWithKey(key, digest, hash, tags.signature);
      if (check.type === 'good') return { check, key: { record, key }, signedDigest: null };
      if (best === null || (check.type === 'changed' && best.check.type !== 'changed')) {
        best = { check, key: { record, key }, signedDigest };
      }
    }
  }
  return best ?? notCheckable(problem ?? 'no-key');
}

function checkWithKey(
  key: PublicKey,
  digest: Buffer,
  hash: HashName,
  signature: Buffer,
): { check: HeaderCheck; signedDigest: Buffer | null } {
  if (key.algorithm === 'ed25519') {
    // RFC 8463 section 3: the signature is over the SHA-256 digest, itself taken as the message.
    const good = signature.length === 64 && verify(null, digest, key.object, signature);
    return { check: { type: good ? 'good' : 'key-mismatch' }, signedDigest: null };
  }
  const recovered = rsaRecover(key, signature);
  const padded = recovered && readPaddedDigest(recovered.info, recovered.padding);
  if (padded === null) return { check: { type: 'key-mismatch' }, signedDigest: null };
  if (padded.hash !== hash) return { check: { type: 'changed' }, signedDigest: null };
  if (padded.digest.equals(digest)) return { check: { type: 'good' }, signedDigest: null };
  return { check: { type: 'changed' }, signedDigest: padded.digest };
}

function notCheckable(why: string): HeaderOutcome {
  return { check: { type: 'not-checkable', why }, key: null, signedDigest: null };
}
