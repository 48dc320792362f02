import type { ByteRange, Reason, SignatureResult } from '../../model/index.ts';
import type { AddedFinding, MessageEvidence } from '../evidence.ts';
import { reasonOf, withDetail } from './reason-of.ts';
import type { Vote } from './vote.ts';

/**
 * A signature that verifies and yet does not vouch for what a reader sees. Ordinary verifiers say "pass" to
 * each of these (RFC 6376 sections 8.2 and 8.15). Null when the signature can be taken at its word.
 */
export function brokenBy(signature: SignatureResult, evidence: MessageEvidence): Vote | null {
  const chain = brokenChain(signature);
  if (chain !== null) return chain;
  const has = (weakness: string) => signature.weaknesses.includes(weakness);
  const undid = (change: string) => signature.undone?.changes.includes(change) === true;
  const shown = SHOWN.find((name) => has(`extra-${name}`) || undid(`extra-${name}`));
  if (shown !== undefined)
    return { verdict: 'altered', decisive: false, reason: extraField(shown, 96, signature) };
  if (undid('date-changed')) {
    const reason = reasonOf('date-changed', 'against', 96, signature);
    const detail = { parts: ['date'], value: signature.undone?.restored ?? '' };
    return { verdict: 'altered', decisive: false, reason: withDetail(reason, detail) };
  }
  const isPublished = has('published-key') || signature.key?.trust === 'published';
  if (isPublished || has('short-key')) {
    const code = isPublished ? 'published-key' : 'short-key';
    return { verdict: 'unverified', decisive: false, reason: reasonOf(code, 'note', 25, signature) };
  }
  if (has('length-tag')) return beyondLength(signature, evidence);
  const reading = exchangedReading(signature, evidence);
  if (reading !== null) return reading;
  if (has('unsigned-from')) {
    return {
      verdict: 'unverified',
      decisive: false,
      reason: reasonOf('unsigned-from', 'note', 25, signature),
    };
  }
  if (authorExchanged(signature)) {
    return {
      verdict: 'altered',
      decisive: false,
      reason: withDetail(reasonOf('header-changed', 'against', 85, signature), { parts: ['from'] }),
    };
  }
  return addedTo(signature, evidence);
}

/** What the words added to a message, which the signature verifies without, leave of it. */
export function addedTo(signature: SignatureResult, evidence: MessageEvidence): Vote | null {
  const finding = findingOf(signature, evidence);
  const isWritten =
    finding !== null && (finding.unlike.length > 0 || finding.unreadable || isTooLong(finding));
  // Whoever forwarded it signed it as it lies here and vouches for the rest of the chain: added by a known hand.
  if (evidence.signatures.some((each) => isSoundForward(each, evidence))) {
    const isOpen = addedWithoutList(signature, evidence) || isWritten || (finding?.unknown.length ?? 0) > 0;
    return isOpen ? exceptUnknown(signature, evidence) : null;
  }
  if (addedWithoutList(signature, evidence)) {
    // A forwarder's seals that cannot be checked still say that there was one, and forwarders add a line.
    if ((!isWritten || isShort(finding)) && evidence.signatures.some(isUncheckedForward)) {
      return { ...exceptUnknown(signature, evidence), verdict: 'unverified' };
    }
    return { verdict: 'altered', decisive: false, reason: textAdded(signature, evidence, 80) };
  }
  if (isWritten) {
    return { verdict: 'doubtful', decisive: false, reason: textAdded(signature, evidence, 70) };
  }
  return finding === null || finding.unknown.length === 0 ? null : exceptUnknown(signature, evidence);
}

/** A forwarder's signature without a whole chain of seals: anyone can put one there (RFC 8617 section 9.3). */
function brokenChain(signature: SignatureResult): Vote | null {
  if (signature.kind !== 'arc-message') return null;
  const failed = signature.weaknesses.includes('arc-chain-fail');
  if (!failed && !signature.weaknesses.includes('arc-chain-not-checkable')) return null;
  const code = failed ? 'arc-chain-broken' : 'signature-not-checkable';
  return { verdict: 'unverified', decisive: false, reason: reasonOf(code, 'note', 12, signature) };
}

/** What a mail program shows at the top, where a second field would be read instead of the signed one. */
const SHOWN = ['from', 'subject', 'date', 'content-type'] as const;

/**
 * What needs no key: the signature names what it covers, and a reader is shown more than that. Null when not.
 * No software adds a second From or Subject; lists append behind l=, which is why a list leaves that open.
 */
export function shownBeyondSigned(signature: SignatureResult, evidence: MessageEvidence): Vote | null {
  if (signature.kind !== 'dkim') return null;
  // Of two fields that are both named in h=, one at least was not there when there was one: RFC 5322 allows no second.
  const has = (weakness: string) => signature.weaknesses.includes(weakness);
  const extra = SHOWN.find((name) => has(`extra-${name}`) || has(`duplicate-${name}`));
  if (extra !== undefined) {
    return { verdict: 'doubtful', decisive: false, reason: extraField(extra, 70, signature) };
  }
  if (!has('length-tag')) return exchangedReading(signature, evidence);
  if (evidence.list !== null) return null;
  return {
    verdict: 'doubtful',
    decisive: false,
    reason: beyondLengthReason('against', 50, signature),
  };
}

/** Fields nobody signed by which the signed bytes are read as something else; lists rewrite them for reasons of their own. */
function exchangedReading(signature: SignatureResult, { list }: MessageEvidence): Vote | null {
  const how = EXCHANGED.find((weakness) => signature.weaknesses.includes(weakness));
  if (how === undefined || list !== null) return null;
  const regions = [
    ...uncoveredFields('content-type', signature),
    ...uncoveredFields('content-transfer-encoding', signature),
  ];
  const reason = reasonOf('exchanged-content-field', 'against', 72, signature);
  const detail = { weaknesses: [how], parts: ['content-type'], regions };
  return { verdict: 'doubtful', decisive: false, reason: withDetail(reason, detail) };
}

const EXCHANGED = [
  'exchanged-boundary',
  'exchanged-charset',
  'exchanged-encoding',
  'repeated-content-field',
] as const;

/**
 * Text behind l= was never signed. Lists append their footers there, which is what l= was made for; anyone
 * else can append anything, so without a list it is in doubt, and with one it is merely not vouched for.
 */
function beyondLength(signature: SignatureResult, evidence: MessageEvidence): Vote {
  const byList = evidence.list !== null && !signature.weaknesses.includes('unsigned-content-type');
  const reason = beyondLengthReason(byList ? 'note' : 'against', byList ? 30 : 75, signature);
  return { verdict: byList ? 'unverified' : 'doubtful', decisive: false, reason };
}

/** With the bytes nobody signed, and the Content-Type that decides what of them is shown, where that is open too. */
function beyondLengthReason(
  polarity: Reason['polarity'],
  weight: number,
  signature: SignatureResult,
): Reason {
  const { uncoveredBody, weaknesses } = signature;
  const isTypeOpen = weaknesses.includes('unsigned-content-type');
  return withDetail(reasonOf('body-beyond-length', polarity, weight, signature), {
    parts: isTypeOpen ? ['body', 'content-type'] : ['body'],
    regions: [
      ...(uncoveredBody === null ? [] : [uncoveredBody]),
      ...(isTypeOpen ? uncoveredFields('content-type', signature) : []),
    ],
    ...(uncoveredBody !== null && { bytes: uncoveredBody.end - uncoveredBody.start, region: uncoveredBody }),
  });
}

/** A field more than was signed, with where it stands. */
function extraField(name: string, weight: number, signature: SignatureResult): Reason {
  const regions = [...uncoveredFields(name, signature), ...(signature.undone?.regions ?? [])];
  return withDetail(reasonOf(`extra-${name}`, 'against', weight, signature), { parts: [name], regions });
}

function uncoveredFields(name: string, { uncovered, covered }: SignatureResult): readonly ByteRange[] {
  const open = uncovered.filter((field) => field.name === name);
  // Where both are named, the lower is what signers see first (RFC 6376 section 5.4.2): the upper one is too many.
  const upper = covered.filter((field) => field.name === name && field.at !== null).slice(1);
  return (open.length > 0 ? open : upper).flatMap((field) => (field.at === null ? [] : [field.at]));
}

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

export function isUncheckedForward({ kind, weaknesses }: SignatureResult): boolean {
  return kind === 'arc-message' && !weaknesses.includes('arc-chain-fail');
}

/** Changes that only a mailing list has an innocent cause for. */
const LIST_CHANGES = new Set([
  'list-footer',
  'list-header',
  'list-wrapping',
  'subject-tag',
  'from-munging',
  'list-fields',
]);

/** Of these, what adds words: where none were added, a text was only wrapped, as gateways do that sign for their house. */
const ADDS_WORDS = new Set(['list-footer', 'list-header', 'list-wrapping']);

function addedWithoutList(signature: SignatureResult, evidence: MessageEvidence): boolean {
  const { undone } = signature;
  if (undone === null || evidence.list !== null) return false;
  const finding = findingOf(signature, evidence);
  // The line of a virus scanner, word for word, is under the mail of everybody who has one.
  const isWrapped = finding === null && undone.changes.includes('list-wrapping');
  const isHarmless = isWrapped || finding?.isOfScanner === true;
  return undone.changes.some((change) => LIST_CHANGES.has(change) && !(isHarmless && ADDS_WORDS.has(change)));
}

/**
 * Lists put their own address for the author's because the author's domain forbids sending in its name. Where
 * the shown From is still of the signing domain there was no such reason: one author was put for another.
 */
function authorExchanged(signature: SignatureResult): boolean {
  return signature.alignment !== 'none' && signature.undone?.changes.includes('from-munging') === true;
}

/** The words added are those of no footer, tag or notice known on this route, and of no sentence a person would write. */
function exceptUnknown(signature: SignatureResult, evidence: MessageEvidence): Vote {
  const reason = reasonOf('dkim-aligned-except-unknown', 'for', 60, signature);
  const detail = { ...reason.detail, words: wordsOf(findingOf(signature, evidence)) };
  return { verdict: 'corroborated', decisive: false, reason: { ...reason, detail } };
}

function textAdded(signature: SignatureResult, evidence: MessageEvidence, weight: number): Reason {
  const reason = reasonOf('text-added', 'against', weight, signature);
  return { ...reason, detail: { ...reason.detail, words: wordsOf(findingOf(signature, evidence)) } };
}

function findingOf(signature: SignatureResult, { signatures, added }: MessageEvidence): AddedFinding | null {
  return added[signatures.indexOf(signature)] ?? null;
}

/** The sentences that stand out, or where none does, all that is not known. */
function wordsOf(finding: AddedFinding | null): readonly string[] {
  if (finding === null) return [];
  return (finding.unlike.length > 0 ? finding.unlike : finding.unknown).slice(0, MOST_QUOTED);
}

const MOST_QUOTED = 5;

// The longest notice of a filter product seen in real mail is some 400 bytes. Attack: words put on top of a
// signed text behind "this message comes from outside".
export const LONGEST_BANNER = 600;

function isTooLong({ unknown }: AddedFinding): boolean {
  return unknown.reduce((sum, text) => sum + text.length, 0) > LONGEST_UNKNOWN;
}

/** The line of a forwarder whose seals cannot be checked. */
export const LONGEST_LINE = 200;

function isShort({ unknown, unreadable }: AddedFinding): boolean {
  return !unreadable && unknown.reduce((sum, text) => sum + text.length, 0) <= LONGEST_LINE;
}

/** Legal notices under a list's mail are longer than those of filters. */
const LONGEST_UNKNOWN = 2500;

/** Why a good signature of the sender's own domain proves less than the whole message. */
export function restsOnLess(
  signature: SignatureResult,
  { shownAddress }: MessageEvidence,
): readonly Reason[] {
  const lesser = LESSER.filter((weakness) => signature.weaknesses.includes(weakness));
  const recipients = [
    ...signature.weaknesses.filter((weakness) => UNSIGNED_RECIPIENTS.has(weakness)),
    ...setAsideRecipients(signature),
  ];
  const reasons = lesser.map((weakness) => reasonOf(weakness, 'note', 20, signature));
  // Where it is an address of the victim's own, that is told as speaking against (rules/shown-address.ts).
  if (shownAddress?.isProtected === false) {
    reasons.push(otherAddressShown('note', 20, shownAddress.address, signature.domain));
  }
  if (recipients.length === 0) return reasons;
  const unsigned = reasonOf('unsigned-recipients', 'note', 20, signature);
  const headers = recipients.map((weakness) => weakness.slice(weakness.indexOf('-') + 1));
  return [...reasons, { ...unsigned, detail: { ...unsigned.detail, headers } }];
}

export function otherAddressShown(
  polarity: Reason['polarity'],
  weight: number,
  address: string,
  domain: string,
): Reason {
  return { code: 'other-address-shown', polarity, weight, detail: { address, domain, parts: ['from'] } };
}

/** A Cc that was signed as absent and is there all the same: lists add one, and so does who replays a message. */
function setAsideRecipients({ covered, undone }: SignatureResult): readonly string[] {
  if (undone === null || !undone.changes.includes('list-fields')) return [];
  const isSetAside = (at: ByteRange | null): boolean =>
    at !== null && undone.regions.some(({ start, end }) => start === at.start && end === at.end);
  return covered.flatMap(({ name, at }) => (name === 'cc' && isSetAside(at) ? ['unsigned-cc'] : []));
}

// A message replayed to others is signed as well as it was (RFC 6376 section 8.6); where To and Cc are not covered,
// nothing vouches for who it was sent to. 74 of 4,154 otherwise authentic list messages leave them uncovered.
const UNSIGNED_RECIPIENTS = new Set(['unsigned-to', 'unsigned-cc', 'extra-to', 'extra-cc']);

// SHA-1 collisions are made to order since 2017 (Stevens et al., "The first collision for full SHA-1"); RFC
// 8301 forbids it. An unsigned Subject or Date can be set at will.
const LESSER = [
  'sha1',
  'unsigned-subject',
  'unsigned-date',
  'hash-not-allowed-by-key',
  'identity-mismatch',
  'identity-not-allowed-by-key',
  'key-not-for-email',
  'hidden-parts',
] as const;
