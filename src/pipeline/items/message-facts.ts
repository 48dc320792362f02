import { hash } from 'node:crypto';
import { arcChain } from '../../examine/arc/chain.ts';
import { clockGapOf } from '../../examine/clocks/index.ts';
import type { SignedMessage } from '../../examine/dkim/message.ts';
import { verifySignatures } from '../../examine/dkim/verify.ts';
import { messageHabits } from '../../examine/habits/message-habits.ts';
import { besideWords } from '../../examine/reference/beside-words.ts';
import { isCutShort, type MessageFacts, type SignatureResult } from '../../model/index.ts';
import { canonicalHash } from '../../parse/mime/canonical.ts';
import { headerValue } from '../../parse/mime/header-value.ts';
import type { ParsedMessage } from '../../parse/mime/message.ts';
import type { MessageSummary } from '../../parse/mime/summary.ts';
import type { WorkContext } from '../context.ts';
import type { KnownBlob } from './known-blob.ts';

/** What examiners say of a message, beside what its summary holds. */
export type ExaminersFacts = Pick<
  MessageFacts,
  'signatures' | 'canonical' | 'clockGap' | 'habits' | 'rebuilt'
>;

/** What the case keeps of a message, its signatures checked. */
export function messageFacts(
  context: Pick<WorkContext, 'ring' | 'now'>,
  blob: KnownBlob,
  message: ParsedMessage,
  summary: MessageSummary,
): MessageFacts {
  const rebuilt = blob.rebuilt || isPstExport(message);
  return factsOf(message, summary, {
    rebuilt,
    signatures: rebuilt ? [] : signaturesOf(context, message, isPartOfItself(blob)),
    canonical: canonicalHash(message, summary),
    clockGap: clockGapOf(message),
    habits: messageHabits(message, summary, rebuilt),
  });
}

/** The same when the examiners were asked before. */
export function factsOf(
  message: ParsedMessage,
  summary: MessageSummary,
  examined: ExaminersFacts,
): MessageFacts {
  const { messageId } = summary;
  const beside = besideWords(message, summary);
  return {
    messageId,
    inReplyTo: summary.inReplyTo,
    references: [...piecesName(message), ...summary.references],
    from: summary.from,
    to: summary.to,
    cc: summary.cc,
    bcc: summary.bcc,
    subject: summary.subject,
    date: summary.date,
    // EDRM MIH: MD5 of the Message-ID as it stands between the angle brackets.
    mih: messageId === null ? null : hash('md5', messageId),
    list: listOf(message),
    ...(beside !== null && { beside }),
    ...examined,
  };
}

/** What the pieces of one message have in common (RFC 2046 section 5.2.2.1), so that they come into one thread. */
function piecesName({ root }: ParsedMessage): readonly string[] {
  const id = root.type === 'message/partial' ? root.params.id : undefined;
  return id === undefined || id === '' ? [] : [id.slice(0, LONGEST_ID)];
}

/** As long as a line may be (RFC 5322 section 2.1.1). */
const LONGEST_ID = 998;

/** The fact that marks a message inside of a delivery report. */
export const RETURNED = 'returned-in';

/** The fact that marks a message whose file names parts that lie beside it. */
export const PARTS_OUTSIDE = 'parts-outside';

/**
 * Whether a message may not be whole: its bytes end early, parts of it lie elsewhere, or a delivery report returns it, which
 * servers cut where they like (RFC 3461 section 6.2 has them return as little as the header).
 */
export function isPartOfItself({ failure, facts }: Pick<KnownBlob, 'failure' | 'facts'>): boolean {
  return isCutShort(failure) || facts[RETURNED] !== undefined || facts[PARTS_OUTSIDE] !== undefined;
}

/** Mail that readpst wrote out of a PST: the original MIME is gone, and its boundaries say so. */
export function isPstExport(message: ParsedMessage): boolean {
  return /^(?:alt-)?--boundary-LibPST-/.test(message.root.params.boundary ?? '');
}

// RFC 2919, RFC 2369, and what list software wrote before them.
const LIST_FIELDS = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
];

function listOf(message: ParsedMessage): string | null {
  for (const name of LIST_FIELDS) {
    const field = message.root.headers.find((each) => each.key === name);
    if (field !== undefined) return name === 'list-id' ? headerValue(message.bytes, field).trim() : name;
  }
  return null;
}

/** DKIM and ARC of a message, checked with the keys at hand and with benign changes undone. */
export function signaturesOf(
  context: Pick<WorkContext, 'ring' | 'now'>,
  message: ParsedMessage,
  isCut: boolean,
): readonly SignatureResult[] {
  const { bytes, root } = message;
  const signed = { bytes, headers: root.headers, bodyStart: root.bodyRange.start, isCut };
  // Without a key only the text can be held against its own hash. Lists change texts in many ways, and from those
  // nothing follows; what is written under a text is worth one look.
  const undoWithoutKey = listOf(message) === null ? 'all' : 'footers';
  const results = verifySignatures(signed, context.ring, { now: context.now, undo: true, undoWithoutKey });
  return results.some((each) => each.kind === 'arc-seal') ? withChain(signed, results) : results;
}

/** A forwarder's signature is worth what its chain is worth (RFC 8617 section 5.2): the chain's state goes with it. */
function withChain(signed: SignedMessage, results: readonly SignatureResult[]): readonly SignatureResult[] {
  const { status } = arcChain(signed, results);
  if (status === 'pass' || status === 'none') return results;
  const weakness = `arc-chain-${status}`;
  return results.map((each) =>
    each.kind === 'arc-message' ? { ...each, weaknesses: [...each.weaknesses, weakness] } : each,
  );
}
