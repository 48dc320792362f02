import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { reasonOf } from './reason-of.ts';
import type { Vote } from './vote.ts';

/**
 * Whether nothing but this shows its signer as a list, relay or forwarder: then whoever wants to has a domain and a
 * key in the DNS, and the signature says no more than that somebody made it.
 */
export function isStranger({ domain }: SignatureResult, { strangers }: MessageEvidence): boolean {
  return strangers.includes(domain);
}

/** An intact ARC signature in a chain that passes, of a known forwarder, under a key known from elsewhere. */
export function isSoundForward(signature: SignatureResult, evidence: MessageEvidence): boolean {
  const { kind, header, body, key, undone } = signature;
  if (kind !== 'arc-message' || header.type !== 'good' || body.type !== 'match' || undone !== null)
    return false;
  if (key === null || key.trust === 'recovered' || key.trust === 'published') return false;
  if (isStranger(signature, evidence)) return false;
  return !signature.weaknesses.includes('published-key') && brokenChain(signature) === null;
}

/** Whether a forwarder signed, and nothing shows its chain broken: it may have changed the message on its way. */
export function isUncheckedForward({ kind, weaknesses }: SignatureResult): boolean {
  return kind === 'arc-message' && !weaknesses.includes('arc-chain-fail');
}

/** A forwarder's signature without a whole chain of seals: anyone can put one there (RFC 8617 section 9.3). */
export function brokenChain(signature: SignatureResult): Vote | null {
  if (signature.kind !== 'arc-message') return null;
  const failed = signature.weaknesses.includes('arc-chain-fail');
  if (!failed && !signature.weaknesses.includes('arc-chain-not-checkable')) return null;
  const code = failed ? 'arc-chain-broken' : 'signature-not-checkable';
  return { verdict: 'unverified', decisive: false, reason: reasonOf(code, 'note', 12, signature) };
}
