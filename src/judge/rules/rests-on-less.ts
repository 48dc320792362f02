import type { Reason, SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { setAsideFields } from './added-words.ts';
import { reasonOf, withDetail } from './reason-of.ts';

/** Why a good signature of the sender's own domain proves less than the whole message. */
export function restsOnLess(signature: SignatureResult, evidence: MessageEvidence): readonly Reason[] {
  const { shownAddress, list } = evidence;
  const lesser = LESSER.filter((weakness) => signature.weaknesses.includes(weakness));
  const recipients = [
    ...signature.weaknesses.filter((weakness) => UNSIGNED_RECIPIENTS.has(weakness)),
    ...setAsideRecipients(signature),
  ];
  const reasons = lesser.map((weakness) => reasonOf(weakness, 'note', 20, signature));
  const open = OPEN_READINGS.find((weakness) => signature.weaknesses.includes(weakness));
  if (open !== undefined) {
    const code = open === 'open-file-name' ? 'unsigned-file-name' : 'open-reading';
    const reading = reasonOf(code, 'note', 20, signature);
    reasons.push(withDetail(reading, { weaknesses: [open], parts: ['content-type'] }));
  }
  // Where it is an address of the victim's own, that is told as speaking against (rules/shown-address.ts); but lists are left out
  // there, and anybody can write that he is one.
  if (shownAddress !== null && (!shownAddress.isProtected || list !== null)) {
    reasons.push(otherAddressShown('note', 20, shownAddress.address, signature.domain));
  }
  const answers = signature.openAddresses?.find(({ field }) => field === 'reply-to');
  // Lists set it, and a list's own signature covers it.
  const isOfList = list !== null && signature.kind === 'dkim' && signature.alignment === 'none';
  if (answers !== undefined && !isOfList) {
    const { address } = answers;
    const reason = reasonOf('unsigned-reply-to', 'note', 20, signature);
    reasons.push(withDetail(reason, { address, parts: ['reply-to'] }));
  }
  const part = ofPartOfDomain(signature, evidence);
  if (part !== null) reasons.push(part);
  const elsewhen = keySeenElsewhen(signature, evidence);
  if (elsewhen !== null) reasons.push(elsewhen);
  if (recipients.length === 0) return reasons;
  const unsigned = reasonOf('unsigned-recipients', 'note', 20, signature);
  const headers = recipients.map((weakness) => weakness.slice(weakness.indexOf('-') + 1));
  return [...reasons, { ...unsigned, detail: { ...unsigned.detail, headers } }];
}

/**
 * Signed by a part of the sender's domain (`old.party.example`), or by another of its parts, while all else that this address sent
 * is signed by the domain itself. RFC 7489 section 3.1.1 takes the one for the other; but a part that was given away, or whose
 * service ended, is whose service it is now.
 */
function ofPartOfDomain(signature: SignatureResult, { habits, signatures }: MessageEvidence): Reason | null {
  const elsewhere = habits?.signedElsewhere;
  if (elsewhere === undefined || elsewhere.signed < LEAST_ELSEWHERE || signature.alignment !== 'relaxed')
    return null;
  const isOfDomainToo = ({ alignment, header, body }: SignatureResult) =>
    alignment === 'strict' && header.type === 'good' && body.type === 'match';
  if (signatures.some(isOfDomainToo)) return null;
  return withDetail(reasonOf('part-of-domain', 'note', 20, signature), { messages: elsewhere.signed });
}

/** Fewer are chance, or a person who has just begun to write. */
const LEAST_ELSEWHERE = 20;

/** A key observed at other dates alone, while the domain's other mail bears another one. */
function keySeenElsewhen(
  signature: SignatureResult,
  { signatures, keysInUse }: MessageEvidence,
): Reason | null {
  const usual = keysInUse[signatures.indexOf(signature)] ?? null;
  if (usual === null || !signature.weaknesses.includes('key-seen-at-other-dates')) return null;
  const { selector, messages, period } = usual;
  return withDetail(keyOutsidePeriod(signature, 20), { usual: selector, messages, period });
}

/** With the dates between which the key was observed, as far as they are known. */
export function keyOutsidePeriod(signature: SignatureResult, weight: number): Reason {
  const { key, signedAt } = signature;
  return withDetail(reasonOf('key-outside-period', 'note', weight, signature), {
    ...(key?.firstSeen != null && { firstSeen: dayOf(key.firstSeen) }),
    ...(key?.lastSeen != null && { lastSeen: dayOf(key.lastSeen) }),
    ...(signedAt !== null &&
      Math.abs(signedAt) <= MOST_SECONDS && { signedAt: dayOf(new Date(1000 * signedAt).toISOString()) }),
  });
}

/** Attack: a t= beyond all dates. */
const MOST_SECONDS = 8.64e12;

function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** The reason that beside the address whose domain signed another one is shown. */
export function otherAddressShown(
  polarity: Reason['polarity'],
  weight: number,
  address: string,
  domain: string,
): Reason {
  return { code: 'other-address-shown', polarity, weight, detail: { address, domain, parts: ['from'] } };
}

/** A Cc that was signed as absent and is there all the same: lists add one, and so does who replays a message. */
function setAsideRecipients(signature: SignatureResult): readonly string[] {
  if (signature.undone?.changes.includes('list-fields') !== true) return [];
  return setAsideFields(signature).includes('cc') ? ['unsigned-cc'] : [];
}

// A message replayed to others is signed as well as it was (RFC 6376 section 8.6); where To and Cc are not covered,
// nothing vouches for who it was sent to. 74 of 4,154 otherwise authentic list messages leave them uncovered.
const UNSIGNED_RECIPIENTS = new Set([
  ...['unsigned-to', 'unsigned-cc', 'unsigned-bcc'],
  ...['extra-to', 'extra-cc', 'extra-bcc'],
]);

// What is shown hangs on a field that nobody signed (examine/dkim/open-reading.ts).
const OPEN_READINGS = ['open-charset', 'open-breaks', 'open-type', 'open-parts', 'open-file-name'] as const;

// SHA-1 collisions are made to order since 2017 (Stevens et al., "The first collision for full SHA-1"); RFC
// 8301 forbids it. An unsigned Subject or Date can be set at will.
const LESSER = [
  'sha1',
  'unsigned-subject',
  'unsigned-date',
  'hash-not-allowed-by-key',
  'identity-mismatch',
  'identity-not-allowed-by-key',
  'hidden-parts',
  'text-in-header',
] as const;
