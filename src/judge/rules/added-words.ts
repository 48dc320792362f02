import type { Reason, SignatureResult } from '../../model/index.ts';
import type { AddedFinding, MessageEvidence } from '../evidence.ts';
import { isSoundForward, isUncheckedForward } from './forwards.ts';
import { reasonOf, withDetail } from './reason-of.ts';
import type { Vote } from './vote.ts';

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
  const isHarmless = isWrapped || finding?.isOfScanner === true || finding?.isOfGroup === true;
  return undone.changes.some((change) => {
    if (change === 'list-fields') return setAsideFields(signature).some((name) => !ROUTE_FIELDS.test(name));
    return LIST_CHANGES.has(change) && !(isHarmless && ADDS_WORDS.has(change));
  });
}

/**
 * What relays write that send a message on (RFC 5322 section 3.6.6), and what says where answers go: signed as absent by
 * those who sign everything as absent, and no word of the message.
 */
const ROUTE_FIELDS = /^(?:resent-.*|list-.*|sender|reply-to|precedence|errors-to|mailing-list)$/;

/** Names of fields that were signed as absent, or otherwise, and are set aside. */
export function setAsideFields({ covered, undone }: SignatureResult): readonly string[] {
  return covered.flatMap(({ name, at }) => {
    const isSetAside =
      undone?.regions.some(({ start, end }) => start === at?.start && end === at.end) === true;
    return isSetAside ? [name] : [];
  });
}

/** The words added are those of no footer, tag or notice known on this route, and of no sentence a person would write. */
function exceptUnknown(signature: SignatureResult, evidence: MessageEvidence): Vote {
  const reason = reasonOf('dkim-aligned-except-unknown', 'for', 60, signature);
  const detail = { ...reason.detail, words: wordsOf(findingOf(signature, evidence)) };
  return { verdict: 'corroborated', decisive: false, reason: { ...reason, detail } };
}

function textAdded(signature: SignatureResult, evidence: MessageEvidence, weight: number): Reason {
  if (signature.undone?.changes.every((change) => change === 'list-fields') === true) {
    const headers = setAsideFields(signature);
    return withDetail(reasonOf('field-added', 'against', weight, signature), { headers, parts: headers });
  }
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
