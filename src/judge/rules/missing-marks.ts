import type { MissingSignature } from '../../examine/habits/signing-habits.ts';
import type { MissingTrace } from '../../examine/habits/trace-habits.ts';
import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/**
 * So many signed messages around it, by the same server, make a missing signature a reason for doubt by itself. Of
 * 12,548 messages of public lists seven are like that, and of 3,610 more none (docs/decisions/0270).
 */
const LEAST_SIGNED = 20;
/** Of what bears traces, so much is signed too. */
const LEAST_SHARE_SIGNED = 0.8;

/**
 * Marks that servers put on everything, missing on this one alone: the signature of a domain that signs, and the
 * Received fields of mail that came from elsewhere. To take both off is how a text is edited without a trace; exports and
 * systems that lose them lose them on more than one message. Mailing lists may take signatures off; so what each list
 * passed on is held against the rest of it.
 */
export function judgeMissingMarks(evidence: MessageEvidence): readonly Vote[] {
  if (evidence.signatures.some(isOfSender)) return [];
  const unsigned = missingSignature(evidence);
  const untraced = missingTrace(evidence);
  return [
    ...(unsigned === null ? [] : [vote('unsigned-unlike-others', unsigned.signed, unsigned.unsigned)]),
    ...(untraced === null
      ? []
      : [vote('untraced-unlike-others', untraced.inFolder, untraced.untracedInFolder)]),
  ];
}

/** Of the sender's own house, though not in the name that its other mail is signed in. */
function isOfSender({ kind, alignment, header, body }: SignatureResult): boolean {
  return kind === 'dkim' && alignment !== 'none' && header.type === 'good' && body.type === 'match';
}

/** Whether something is missing that mail of its sender always bears. */
export function isMarkMissing(evidence: MessageEvidence): boolean {
  return missingSignature(evidence) !== null || missingTrace(evidence) !== null;
}

function missingSignature({ habits }: MessageEvidence): MissingSignature | null {
  const unsigned = habits?.unsigned ?? null;
  return unsigned !== null && unsigned.signed >= LEAST_SIGNED ? unsigned : null;
}

function missingTrace({ habits, signatures }: MessageEvidence): MissingTrace | null {
  const untraced = habits?.untraced ?? null;
  if (untraced === null || signatures.length > 0) return null;
  return untraced.signed >= LEAST_SHARE_SIGNED * untraced.traced ? untraced : null;
}

function vote(code: string, messages: number, alike: number): Vote {
  // "And so do 0 others" says nothing.
  const detail = { messages, ...(alike > 1 && { alike }) };
  return { verdict: 'doubtful', decisive: false, reason: { code, polarity: 'against', weight: 46, detail } };
}
