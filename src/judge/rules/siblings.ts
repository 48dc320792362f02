import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/** Against a copy whose every word a signature of the sender's domain or the archive covers. */
const AGAINST_AUTHENTIC = 88;
/** Copies in two mailboxes say something else: a forger of one mailbox did not reach the others. */
const OUTNUMBERED = 45;
const OPEN = 20;

/**
 * Other messages of the leak with the same Message-ID. One Message-ID is given to one message, so where another of it
 * is authentic in every word, this one was altered in those that differ. Where none is, two mailboxes that agree
 * speak against a third, and one against one decides nothing.
 */
export function judgeSiblings(evidence: MessageEvidence): readonly Vote[] {
  const { sibling, sameIdOtherContent: others } = evidence;
  if (sibling?.type === 'same') return [];
  if (sibling === null || !(sibling.isTelling || evidence.signatures.some(isContradicted))) {
    if (others.length === 0) return [];
    const detail = { others: others.slice(0, MOST_IDS) };
    return [remark(detail, OPEN)];
  }
  const { type, id, copies, differences } = sibling;
  const parts = differences.map(({ part }) => part);
  if (type === 'open') return [remark({ others: others.slice(0, MOST_IDS), parts, differences }, OPEN)];
  const isAuthentic = type === 'authentic';
  return [
    {
      verdict: isAuthentic ? 'altered' : 'doubtful',
      decisive: false,
      reason: {
        code: isAuthentic ? 'authentic-copy-differs' : 'copies-differ',
        polarity: 'against',
        weight: isAuthentic ? AGAINST_AUTHENTIC : OUTNUMBERED,
        detail: {
          other: id,
          ...(isAuthentic ? {} : { copies: copies.slice(0, MOST_IDS) }),
          parts,
          differences,
        },
      },
    },
  ];
}

/** Another than its signer has had it in hand: what differs from a copy, be it only a mark in the Subject, shows where. */
function isContradicted({ kind, header, body }: SignatureResult): boolean {
  if (kind !== 'dkim') return false;
  return header.type === 'changed' || header.type === 'key-mismatch' || body.type === 'mismatch';
}

const MOST_IDS = 10;

function remark(detail: Readonly<Record<string, unknown>>, weight: number): Vote {
  const reason = { code: 'same-id-other-content', polarity: 'against', weight, detail } as const;
  return { verdict: 'unverified', decisive: false, reason };
}
