import type { MessageEvidence, ReferenceFinding } from '../evidence.ts';
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

function identical(reference: Extract<ReferenceFinding, { type: 'identical' }>): Vote {
  const code = reference.by === 'bytes' ? 'reference-identical-bytes' : 'reference-identical-canonical';
  const weight = reference.by === 'bytes' ? 100 : reference.by === 'canonical' ? 98 : 95;
  const detail = { reference: reference.id, by: reference.by };
  return { verdict: 'authentic', decisive: true, reason: { code, polarity: 'for', weight, detail } };
}

/**
 * A list adds its footer and its tag on the way; text that was only added behind or before the reference, in
 * a message that shows a list, is no alteration of what the author wrote. It is not proof either.
 */
function differs(evidence: MessageEvidence, reference: Extract<ReferenceFinding, { type: 'differs' }>): Vote {
  const { id, differences } = reference;
  const detail = { reference: id, parts: differences.map((each) => each.part), differences };
  const passedOn =
    evidence.list !== null && differences.every((each) => each.onlyAdded && each.part !== 'from');
  if (passedOn) {
    const reason = { code: 'reference-differs-in-transit', polarity: 'for', weight: 60, detail } as const;
    return { verdict: 'corroborated', decisive: false, reason };
  }
  const reason = { code: 'reference-differs', polarity: 'against', weight: 97, detail } as const;
  return { verdict: 'altered', decisive: true, reason };
}
