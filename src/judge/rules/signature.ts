import type { Reason, SignatureResult, Verdict } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { addedTo } from './added-words.ts';
import { isStranger, isUncheckedForward } from './forwards.ts';
import { reasonOf, withDetail } from './reason-of.ts';
import { keyOutsidePeriod, restsOnLess } from './rests-on-less.ts';
import { isBesideSendersHash, senderSignedToo } from './sender-too.ts';
import type { Vote } from './vote.ts';
import { brokenBy, shownBeyondSigned } from './weakness.ts';

/** What one signature says of a message. */
export function judgeSignature(signature: SignatureResult, evidence: MessageEvidence): Vote {
  // A seal covers other seals; what it is worth shows in the signatures of its chain.
  if (signature.kind === 'arc-seal') return SILENT;
  const { header, body } = signature;
  if (header.type === 'good' && body.type === 'match') return intact(signature, evidence);
  if (header.type === 'not-checkable') {
    return (
      shownBeyondSigned(signature, evidence) ??
      otherThanItsHash(signature, evidence) ??
      abstain(codeOfUncheckable(signature), 15, signature)
    );
  }
  if (header.type === 'key-mismatch') return otherKey(signature, evidence);
  if (header.type === 'changed') return changed(signature, evidence, 'header-changed', 85);
  if (body.type === 'mismatch') return changed(signature, evidence, 'header-good-body-changed', 90);
  return abstain(isTextMissing(signature) ? 'signature-not-checkable' : 'signature-broken', 10, signature);
}

/** The headers verify; of a text that is not here, or not whole, nothing can be said. */
function isTextMissing({ body }: SignatureResult): boolean {
  return body.type === 'not-checkable' && (body.why === 'no-body' || body.why === 'body-cut');
}

/**
 * A text that has not the hash its own signature states, though no key says who stated it. Lists and exports do
 * that to honest mail, which is why neither may be there, and no other signature that is intact. Where the text has its
 * hash once lines at its end are taken off, these are held against what footers say, on a list as well.
 */
function otherThanItsHash(signature: SignatureResult, evidence: MessageEvidence): Vote | null {
  const { kind, header, body } = signature;
  const isUnknown = header.type === 'not-checkable' && header.why === 'no-key';
  if (kind !== 'dkim' || !isUnknown || evidence.rebuilt) return null;
  // Without its own links no text has the hash it had.
  if (BY_SERVER.some((weakness) => signature.weaknesses.includes(weakness))) return null;
  if (evidence.list !== null && body.type === 'mismatch') return null;
  if (isBesideSendersHash(signature, evidence)) return null;
  // Forwarders add a line and seal what they pass on; whether these seals hold cannot be told here.
  if (evidence.signatures.some(isUncheckedForward)) return null;
  if (evidence.signatures.some((each) => each.header.type === 'good' && each.body.type === 'match'))
    return null;
  const reason = reasonOf('body-hash-differs', 'against', 45, signature);
  if (body.type === 'mismatch') {
    const detail = { parts: contentOf(evidence) };
    return { verdict: 'doubtful', decisive: false, reason: withDetail(reason, detail) };
  }
  const added = addedTo(signature, evidence);
  if (added === null || (added.verdict !== 'altered' && added.verdict !== 'doubtful')) return null;
  const detail = { parts: ['body'], words: added.reason.detail.words };
  return { verdict: 'doubtful', decisive: false, reason: withDetail(reason, detail) };
}

/**
 * Another key, or a damaged signature. Domains change keys under one selector, so this says nothing by itself;
 * but a key that was seen before and after the signing date, by an archive or on messages of the leak, was in use
 * at it; and a domain whose other mail then bears another selector was not using this one.
 */
function otherKey(signature: SignatureResult, evidence: MessageEvidence): Vote {
  const { key, kind, weaknesses } = signature;
  const seenAround = key !== null && key.firstSeen !== null && key.lastSeen !== null;
  const isKnown = key !== null && key.trust !== 'recovered' && key.trust !== 'published';
  const byArchive = seenAround && isKnown && !weaknesses.includes('key-seen-at-other-dates');
  const byLeak = evidence.keysInUse[evidence.signatures.indexOf(signature)] ?? null;
  const isSuspect = kind === 'dkim' && evidence.list === null && (byArchive || byLeak !== null);
  if (!isSuspect || senderSignedToo(signature, evidence) !== null)
    return abstain('key-mismatch', 15, signature);
  const reason = reasonOf('key-mismatch', 'against', 60, signature);
  const detail = {
    ...reason.detail,
    ...(byLeak !== null && { usual: byLeak.selector, messages: byLeak.messages, period: byLeak.period }),
  };
  return { verdict: 'doubtful', decisive: false, reason: { ...reason, detail } };
}

const SILENT: Vote = remark({ code: '', polarity: 'note', weight: 0, detail: {} });

/** No signature at all, or no original MIME to check one on: said, so that silence is not taken for a failure. */
export function withoutSignature(evidence: MessageEvidence): readonly Vote[] {
  if (evidence.rebuilt) return [remark({ code: 'rebuilt', polarity: 'note', weight: 12, detail: {} })];
  if (evidence.signatures.length > 0) return [];
  return [remark({ code: 'no-signature', polarity: 'note', weight: 8, detail: {} })];
}

/** A signature that verifies, directly or once a known benign change is undone. */
function intact(signature: SignatureResult, evidence: MessageEvidence): Vote {
  const broken = brokenBy(signature, evidence);
  if (broken !== null) return broken;
  const less = restsOnLess(signature, evidence);
  if (isOfStranger(signature, evidence)) {
    const code = signature.undone?.changes.includes('from-munging')
      ? 'author-behind-list'
      : 'stranger-signature';
    return { ...abstain(code, 20, signature), also: remarksOf(signature, evidence) };
  }
  const strength = strengthOf(signature, less.length > 0);
  const isOfMany = evidence.computedOfMany[evidence.signatures.indexOf(signature)] === true;
  const plain = reasonOf(strength.code, 'for', strength.weight, signature);
  const reason = isOfMany ? withDetail(plain, { isOfMany }) : plain;
  const said = new Set(less.map(({ code }) => code));
  const remarks = remarksOf(signature, evidence).filter(({ code }) => !said.has(code));
  return { verdict: strength.verdict, decisive: false, reason, also: [...less, ...remarks] };
}

/** Google signs so under this name alone. Attack: the same field, made with a key of one's own domain. */
const SIGNS_FOR_GOOGLE = '1e100.net';

/** Of a domain that is not the sender's, and of which nothing is known that would make it a relay. */
function isOfStranger(signature: SignatureResult, evidence: MessageEvidence): boolean {
  const { kind, alignment, key, domain } = signature;
  if (kind === 'google-dkim') return domain !== SIGNS_FOR_GOOGLE;
  if (key?.trust === 'recovered' || !isStranger(signature, evidence)) return false;
  return kind === 'arc-message' || (kind === 'dkim' && alignment === 'none');
}

interface Strength {
  readonly code: string;
  readonly weight: number;
  readonly verdict: Verdict;
}

/**
 * Only the sender's own domain under a key known from elsewhere makes a message authentic. A list, a relay or
 * a provider that signs vouches that the text existed then; a key computed from signatures vouches for the
 * same signer, whoever that is.
 */
function strengthOf(signature: SignatureResult, weakened: boolean): Strength {
  if (signature.kind === 'google-dkim')
    return { code: 'google-signature', weight: 55, verdict: 'corroborated' };
  if (signature.kind === 'arc-message')
    return { code: 'arc-chain-valid', weight: 50, verdict: 'corroborated' };
  if (signature.key?.trust === 'recovered') {
    return { code: 'dkim-recovered-key', weight: 60, verdict: 'corroborated' };
  }
  if (signature.alignment === 'none')
    return { code: 'dkim-other-domain', weight: 50, verdict: 'corroborated' };
  if (weakened) return { code: 'dkim-aligned-weak', weight: 65, verdict: 'corroborated' };
  if (signature.undone !== null) return { code: 'dkim-aligned-except', weight: 85, verdict: 'authentic' };
  return { code: 'dkim-aligned', weight: 90, verdict: 'authentic' };
}

/**
 * The key's holder signed something else than what lies here. Lists do that to honest mail every day, so in a
 * message that shows a list it is said, and nothing is concluded; anywhere else it is an alteration.
 */
function changed(signature: SignatureResult, evidence: MessageEvidence, code: string, weight: number): Vote {
  const { kind, header, weaknesses } = signature;
  if (kind !== 'dkim') return abstain('key-mismatch', 10, signature);
  if (evidence.list !== null) {
    const reason = reasonOf(`${code}-in-transit`, 'note', 30, signature);
    return { verdict: 'unverified', decisive: false, reason };
  }
  // What else was changed beside the links cannot be told from a hash; an original or a copy tells it.
  const byServer = BY_SERVER.find((weakness) => header.type === 'good' && weaknesses.includes(weakness));
  if (byServer !== undefined) return abstain(byServer, 28, signature);
  const reason = withDetail(reasonOf(code, 'against', weight, signature), changedParts(signature, evidence));
  return { verdict: 'altered', decisive: false, reason };
}

/** What filters and servers do to every text, so that its hash says nothing of the words. */
const BY_SERVER = ['links-rewritten', 'body-remade'] as const;

/**
 * What can have been changed, as far as the two hashes tell: the body hash covers text and attachments alike; where
 * neither hash fits, the signature itself came from elsewhere, or all was rewritten.
 */
function changedParts(
  { header, body, covered }: SignatureResult,
  evidence: MessageEvidence,
): Reason['detail'] {
  const content = contentOf(evidence);
  if (header.type !== 'changed') return { parts: content };
  if (body.type === 'mismatch') return { parts: ['signature', ...content] };
  return { headers: covered.flatMap(({ name, at }) => (at === null ? [] : [name])) };
}

/** The body hash covers files as well. */
function contentOf({ attachments }: MessageEvidence): readonly string[] {
  return attachments > 0 ? ['body', 'attachments'] : ['body'];
}

function codeOfUncheckable(signature: SignatureResult): string {
  const { header } = signature;
  if (header.type === 'not-checkable' && header.why === 'no-key') return 'key-missing';
  // The message was too large to be read to its end: no fault of the signature's.
  const isCut = header.type === 'not-checkable' && header.why === 'too-large';
  return isCut ? 'signature-not-checkable' : 'signature-broken';
}

function remarksOf(signature: SignatureResult, evidence: MessageEvidence): readonly Reason[] {
  const remarks: Reason[] = [];
  if (signature.expired) remarks.push(reasonOf('expired-signature', 'note', 2, signature));
  if (signature.key?.testing === true) remarks.push(reasonOf('testing-key', 'note', 5, signature));
  if (signature.weaknesses.includes('unsigned-in-reply-to') && signature.kind === 'dkim') {
    remarks.push(reasonOf('unsigned-thread', 'note', 6, signature));
  }
  const open = OPEN_REMARKS.filter((weakness) => isLeftOpen(weakness, signature, evidence));
  if (open.length > 0 && signature.kind === 'dkim' && signature.alignment !== 'none') {
    remarks.push(withDetail(reasonOf('left-open', 'note', 4, signature), { weaknesses: open }));
  }
  const { signedAt } = signature;
  const isOfSender = signature.kind === 'dkim' && signature.alignment !== 'none';
  if (isOfSender && signedAt !== null && signature.weaknesses.includes('signed-other-day')) {
    remarks.push(withDetail(reasonOf('signed-other-day', 'note', 7, signature), { signedAt }));
  }
  const sender = signature.openAddresses?.find(({ field }) => field === 'sender');
  if (sender !== undefined && signature.kind === 'dkim') {
    const reason = reasonOf('unsigned-sender', 'note', 6, signature);
    remarks.push(withDetail(reason, { address: sender.address }));
  }
  if (signature.weaknesses.includes('key-seen-at-other-dates')) {
    remarks.push(keyOutsidePeriod(signature, 10));
  }
  return remarks;
}

/** A quarter of honest mail has an unsigned Message-ID: told where there are two, or where another message bears it too. */
function isLeftOpen(
  weakness: string,
  { weaknesses }: SignatureResult,
  { sameIdOtherContent }: MessageEvidence,
): boolean {
  if (!weaknesses.includes(weakness)) return false;
  if (weakness !== 'open-message-id' || weaknesses.includes('extra-message-id')) return true;
  return sameIdOtherContent.length > 0;
}

// What nobody signed and nothing shows to be wrong (examine/dkim/open-remarks.ts).
const OPEN_REMARKS = [
  ...['open-signs', 'open-kind', 'open-message-id', 'open-follow-up', 'open-comments'],
] as const;

function abstain(code: string, weight: number, signature: SignatureResult): Vote {
  return { verdict: 'unverified', decisive: false, reason: reasonOf(code, 'note', weight, signature) };
}

function remark(reason: Reason): Vote {
  return { verdict: 'unverified', decisive: false, reason };
}
