import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';

/**
 * Another signature of the message that is its sender's own and intact, under a key known from elsewhere; null where there is
 * none. Anybody can put a signature of his own above honest mail, one that does not verify or covers less, to cast doubt on it.
 */
export function senderSignedToo(
  signature: SignatureResult,
  { signatures }: MessageEvidence,
): SignatureResult | null {
  return (
    signatures.find(
      (each) =>
        each !== signature &&
        each.kind === 'dkim' &&
        each.alignment !== 'none' &&
        each.header.type === 'good' &&
        each.body.type === 'match' &&
        each.key?.trust !== 'recovered' &&
        each.key?.trust !== 'published',
    ) ?? null
  );
}

/**
 * Whether a signature of another domain stands beside one of the sender's own that states the hash of the whole text as it lies here.
 * No key says who stated it; but what a stranger's signature leaves open, or has otherwise, casts no doubt on that.
 */
export function isBesideSendersHash(signature: SignatureResult, { signatures }: MessageEvidence): boolean {
  if (signature.alignment !== 'none') return false;
  return signatures.some(
    ({ kind, alignment, header, body, undone, weaknesses }) =>
      kind === 'dkim' &&
      alignment !== 'none' &&
      (header.type === 'good' || header.type === 'not-checkable') &&
      body.type === 'match' &&
      undone === null &&
      !weaknesses.includes('length-tag'),
  );
}
