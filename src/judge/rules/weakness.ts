import type { ByteRange, Reason, SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { addedTo } from './added-words.ts';
import { brokenChain } from './forwards.ts';
import { reasonOf, withDetail } from './reason-of.ts';
import { isBesideSendersHash, senderSignedToo } from './sender-too.ts';
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
  // RFC 6376 section 3.6.1: a record whose s= does not name mail is no key for it; whoever else holds it may be anybody.
  if (has('key-not-for-email')) {
    const reason = reasonOf('key-not-for-email', 'note', 20, signature);
    return { verdict: 'unverified', decisive: false, reason };
  }
  if (has('length-tag')) return beyondLength(signature, evidence);
  if (EXCHANGED.some(has) && isSignedWhole(signature, evidence)) return coversLess(signature);
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
  if (isSignedWhole(signature, evidence) || isBesideSendersHash(signature, evidence)) return null;
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
  'exchanged-type',
  'exchanged-encoding',
  'repeated-content-field',
  'repeated-parameter',
] as const;

/**
 * Text behind l= was never signed. Lists append their footers there, which is what l= was made for; anyone
 * else can append anything, so without a list it is in doubt, and with one it is merely not vouched for.
 */
function beyondLength(signature: SignatureResult, evidence: MessageEvidence): Vote {
  if (isSignedWhole(signature, evidence)) return coversLess(signature);
  const byList = evidence.list !== null && !signature.weaknesses.includes('unsigned-content-type');
  const reason = beyondLengthReason(byList ? 'note' : 'against', byList ? 30 : 75, signature);
  return { verdict: byList ? 'unverified' : 'doubtful', decisive: false, reason };
}

/** Whether a sound signature of the sender covers what this one leaves open: the text to its end, and how it is to be read. */
function isSignedWhole(signature: SignatureResult, evidence: MessageEvidence): boolean {
  const whole = senderSignedToo(signature, evidence);
  return whole !== null && ![...EXCHANGED, 'length-tag'].some((each) => whole.weaknesses.includes(each));
}

/** The sender signed the whole, so that this one neither adds anything nor casts doubt. */
function coversLess(signature: SignatureResult): Vote {
  return { verdict: 'unverified', decisive: false, reason: reasonOf('covers-less', 'note', 3, signature) };
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
 * Lists put their own address for the author's because the author's domain forbids sending in its name. Where
 * the shown From is still of the signing domain there was no such reason: one author was put for another.
 */
function authorExchanged(signature: SignatureResult): boolean {
  return signature.alignment !== 'none' && signature.undone?.changes.includes('from-munging') === true;
}
