import { topTextCode } from '../../examine/dkim/undo/top-text.ts';
import type { SignatureResult } from '../../model/index.ts';
import type { Difference, MessageEvidence, ReferenceFinding } from '../evidence.ts';
import { LONGEST_BANNER, LONGEST_LINE } from './added-words.ts';
import { isSoundForward, isUncheckedForward } from './forwards.ts';
import type { Vote } from './vote.ts';

/** What the victim's own archive says of a message. */
export function judgeReference(evidence: MessageEvidence): Vote {
  const { reference } = evidence;
  switch (reference.type) {
    case 'no-reference':
      return silent();
    case 'absent':
      return {
        verdict: 'unverified',
        decisive: false,
        reason: { code: 'reference-absent', polarity: 'note', weight: 5, detail: {} },
      };
    case 'identical':
      return identical(reference);
    case 'differs':
      return differs(evidence, reference);
  }
}

function silent(): Vote {
  return {
    verdict: 'unverified',
    decisive: false,
    reason: { code: '', polarity: 'note', weight: 0, detail: {} },
  };
}

function identical(finding: Extract<ReferenceFinding, { type: 'identical' }>): Vote {
  const { by, id: reference, names, acts, alsoThere } = finding;
  if (alsoThere !== undefined) return notAlone(reference, alsoThere);
  if (acts !== undefined) return otherwiseActing(reference, acts, names);
  if (names !== undefined) return otherwiseNamed(reference, names);
  const code = by === 'bytes' ? 'reference-identical-bytes' : 'reference-identical-canonical';
  const weight = by === 'bytes' ? 100 : by === 'canonical' ? 98 : 95;
  const detail = { reference, by };
  return { verdict: 'authentic', decisive: true, reason: { code, polarity: 'for', weight, detail } };
}

/** The archive has two messages under one Message-ID, and one of them was not there: it does not say which. */
function notAlone(
  reference: string,
  { id: other, differences }: { readonly id: string; readonly differences: readonly Difference[] },
): Vote {
  const detail = { reference, other, parts: differences.map(({ part }) => part), differences };
  const reason = { code: 'reference-has-two', polarity: 'for', weight: 50, detail } as const;
  return { verdict: 'corroborated', decisive: false, reason };
}

/** In every word and address, but for names that a reader is shown: address books change those of people, forgers too. */
function otherwiseNamed(reference: string, differences: readonly Difference[]): Vote {
  const parts = [...new Set(differences.map(({ part }) => part))];
  const detail = { reference, parts, differences };
  const reason = { code: 'reference-other-names', polarity: 'for', weight: 70, detail } as const;
  return { verdict: 'corroborated', decisive: false, reason };
}

/**
 * In every word and address, but for what acts beside them: links, pictures, answers, words out of sight. Filters and programs
 * change these; so does who sends a genuine text again to have its links followed, or answers sent to him.
 */
function otherwiseActing(
  reference: string,
  differences: readonly Difference[],
  names: readonly Difference[] | undefined,
): Vote {
  const parts = differences.map(({ part }) => part);
  const detail = { reference, parts, differences };
  const reason = { code: 'reference-other-links', polarity: 'for', weight: 68, detail } as const;
  const also = names === undefined ? [] : [otherwiseNamed(reference, names).reason];
  return { verdict: 'corroborated', decisive: false, reason, also };
}

/**
 * Text that was only added before or behind the reference, with an innocent hand to have added it, is no
 * alteration of what the author wrote. It is not proof either.
 */
function differs(evidence: MessageEvidence, reference: Extract<ReferenceFinding, { type: 'differs' }>): Vote {
  const { id, differences } = reference;
  const detail = { reference: id, parts: differences.map((each) => each.part), differences };
  if (isPutInTransit(evidence, differences)) {
    const reason = { code: 'reference-differs-in-transit', polarity: 'for', weight: 60, detail } as const;
    return { verdict: 'corroborated', decisive: false, reason };
  }
  if (couldBeForwarder(evidence, differences)) {
    const reason = { code: 'reference-differs-in-transit', polarity: 'note', weight: 40, detail } as const;
    return { verdict: 'unverified', decisive: false, reason };
  }
  if (reference.isChangedThere === true && evidence.signatures.some(isSignedAsItLies)) {
    const reason = { code: 'archive-copy-changed', polarity: 'note', weight: 40, detail } as const;
    return { verdict: 'unverified', decisive: false, reason };
  }
  const reason = { code: 'reference-differs', polarity: 'against', weight: 97, detail } as const;
  return { verdict: 'altered', decisive: true, reason };
}

/** By its sender's domain, under a key known from elsewhere, with nothing set aside. */
function isSignedAsItLies({ kind, alignment, header, body, undone, key }: SignatureResult): boolean {
  if (kind !== 'dkim' || alignment === 'none' || undone !== null || key === null) return false;
  const isKnown = key.trust !== 'recovered' && key.trust !== 'published';
  return isKnown && header.type === 'good' && body.type === 'match';
}

/** A list, a relay whose change the signature itself shows to be harmless, or a short notice of a filter. */
function isPutInTransit(evidence: MessageEvidence, differences: readonly Difference[]): boolean {
  const isOnlyAdded = (difference: Difference) =>
    (difference.onlyAdded && (difference.part === 'subject' || difference.part === 'body')) ||
    isTag(difference);
  if (!differences.every(isOnlyAdded)) return false;
  // Whoever forwarded it signed it as it lies here: added by a known hand.
  if (evidence.signatures.some((each) => isSoundForward(each, evidence))) return true;
  // A sentence that no footer or notice has was written by somebody, not by software on the way.
  if ((evidence.addedToReference?.unlike.length ?? 0) > 0) return false;
  const isByGroup = evidence.addedToReference?.isOfGroup === true;
  return evidence.list !== null || isByGroup || isUndone(evidence) || differences.every(isNotice);
}

/** A line added, and seals of a forwarder that cannot be checked: forwarders add a line, and anyone can add seals. */
function couldBeForwarder({ signatures }: MessageEvidence, differences: readonly Difference[]): boolean {
  if (!signatures.some(isUncheckedForward)) return false;
  return differences.every(
    ({ part, onlyAdded, changes }) =>
      part === 'body' && onlyAdded && changes.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_LINE,
  );
}

function isUndone(evidence: MessageEvidence): boolean {
  return evidence.signatures.some(
    ({ header, body, undone, alignment }) =>
      header.type === 'good' && body.type === 'match' && undone !== null && alignment !== 'none',
  );
}

/** `[list]` or `[EXT]` in the Subject, also behind its "Re:". */
function isTag({ part, changes }: Difference): boolean {
  if (part !== 'subject') return false;
  return changes.every(({ type, text }) => type === 'added' && /^\[[^\]]{1,40}\]$/.test(text));
}

function isNotice(difference: Difference): boolean {
  if (isTag(difference)) return true;
  return difference.changes.every(
    ({ type, text }) =>
      type === 'added' &&
      topTextCode(Buffer.from(text)) === 'security-banner' &&
      text.length <= LONGEST_BANNER,
  );
}
