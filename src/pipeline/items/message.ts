import { hash } from 'node:crypto';
import { arcChain } from '../../examine/arc/chain.ts';
import { clockGapOf } from '../../examine/clocks/index.ts';
import type { SignedMessage } from '../../examine/dkim/message.ts';
import { verifySignatures } from '../../examine/dkim/verify.ts';
import { messageHabits } from '../../examine/habits/message-habits.ts';
import { messageTraces } from '../../examine/traces/message-traces.ts';
import {
  type ChildCounts,
  type Defect,
  type Failure,
  isCutShort,
  type Locator,
  type MessageFacts,
  type SignatureResult,
} from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { canonicalHash } from '../../parse/mime/canonical.ts';
import { headerValue } from '../../parse/mime/header-value.ts';
import { type ParsedMessage, type Part, parseMessage } from '../../parse/mime/message.ts';
import { type MessageSummary, summarize } from '../../parse/mime/summary.ts';
import type { WorkContext } from '../context.ts';
import { messageContent } from './content.ts';
import { crashed, distrusted } from './crash.ts';
import { emitFailed } from './failed.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';
import { SiblingNames } from './names.ts';
import type { OutsideParts } from './outside-parts.ts';
import { blobRecord } from './record.ts';
import { unreadRest } from './unread-rest.ts';

/**
 * Emits a message and all it carries. `bytes` is its RFC 822 form, which for an MSG file is not the blob's; parts that it
 * only names are asked of `outside`.
 */
export async function emitMessage(
  context: WorkContext,
  blob: KnownBlob,
  bytes: Uint8Array,
  outside: OutsideParts | null = null,
): Promise<void> {
  if (blob.depth > context.limits.depth) {
    const detail = `More than ${context.limits.depth} messages or containers inside each other.`;
    return emitFailed(context, blob, { code: 'too-deep', detail });
  }
  const message = parseMessage(bytes, context.limits);
  const summary = summarize(message, context.limits);
  const locator = keptLocator(context, blob);
  const content = messageContent(message, summary);
  const children = await emitAttachments(context, blob, message, summary, locator, outside);
  const failure = outside === null ? blob.failure : outside.failure(message);
  context.out.item(
    blobRecord(context, blob, {
      kind: 'message',
      name: summary.subject || blob.name,
      locator,
      children,
      message: messageFacts(context, blob, message, summary),
      traces: messageTraces(message),
      ...(content !== null && { content }),
      text: summary.text,
      attachments: summary.attachments.map((each) => each.name ?? ''),
      defects: [...blob.defects, ...message.defects],
      failure: failure ?? unreadRest(message.defects, context.limits),
    }),
  );
}

/** What the case keeps of a message, its signatures checked. */
export function messageFacts(
  context: WorkContext,
  blob: KnownBlob,
  message: ParsedMessage,
  summary: MessageSummary,
): MessageFacts {
  const { messageId } = summary;
  const rebuilt = blob.rebuilt || isPstExport(message);
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
    signatures: rebuilt ? [] : signaturesOf(context, message, isPartOfItself(blob)),
    canonical: canonicalHash(message, summary),
    // EDRM MIH: MD5 of the Message-ID as it stands between the angle brackets.
    mih: messageId === null ? null : hash('md5', messageId),
    rebuilt,
    list: listOf(message),
    clockGap: clockGapOf(message),
    habits: messageHabits(message, summary, rebuilt),
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
const RETURNED = 'returned-in';

/** The fact that marks a message whose file names parts that lie beside it. */
export const PARTS_OUTSIDE = 'parts-outside';

/**
 * Whether a message may not be whole: its bytes end early, parts of it lie elsewhere, or a delivery report returns it, which servers cut where they like
 * (RFC 3461 section 6.2 has them return as little as the header).
 */
export function isPartOfItself({ failure, facts }: Pick<KnownBlob, 'failure' | 'facts'>): boolean {
  return isCutShort(failure) || facts[RETURNED] !== undefined || facts[PARTS_OUTSIDE] !== undefined;
}

/** Mail that readpst wrote out of a PST: the original MIME is gone, and its boundaries say so. */
function isPstExport(message: ParsedMessage): boolean {
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

async function emitAttachments(
  context: WorkContext,
  blob: KnownBlob,
  message: ParsedMessage,
  summary: MessageSummary,
  locator: Locator,
  outside: OutsideParts | null,
): Promise<ChildCounts> {
  const names = new SiblingNames();
  const counts = { expected: summary.attachments.length, emitted: 0, failed: 0, skipped: 0 };
  for (const attachment of summary.attachments) {
    const own = attachment.name ?? '';
    const path = `${blob.path}/${names.unique(own, `part-${attachment.part.id || '0'}`)}`;
    const place = { name: own, path, of: locator, outside };
    const failure = await emitAttachment(context, blob, message, attachment.part, place);
    counts[failure === null ? 'emitted' : 'failed'] += 1;
  }
  return counts;
}

interface AttachmentPlace {
  readonly name: string;
  readonly path: string;
  /** Of its message. */
  readonly of: Locator;
  readonly outside: OutsideParts | null;
}

/** One attachment; what goes wrong inside it stays inside it. */
async function emitAttachment(
  context: WorkContext,
  carrier: KnownBlob,
  message: ParsedMessage,
  part: Part,
  { name, path, of, outside }: AttachmentPlace,
): Promise<Failure | null> {
  const defects: Defect[] = [];
  const base = {
    path,
    parent: carrier.path,
    name,
    depth: carrier.depth + 1,
    rebuilt: false,
    defects,
    facts: isReport(message) && part.type === 'message/rfc822' ? { [RETURNED]: 'multipart/report' } : {},
  };
  const locator: Locator = { type: 'part', of, part: part.id };
  try {
    if (context.distrust !== null)
      return emitUnread(context, base, message, part, locator, distrusted(context.distrust));
    const beside = outside?.open(message, part) ?? null;
    const inside = { bytes: decodePart(message, part), locator };
    await context.emit(context, { ...base, ...(beside ?? inside), failure: null });
    return null;
  } catch (error) {
    return emitUnread(context, base, message, part, locator, crashed(error));
  }
}

function isReport({ root }: ParsedMessage): boolean {
  return root.type === 'multipart/report';
}

/** An attachment by its raw bytes, still transfer-encoded: all that is safe to say of it. */
function emitUnread(
  context: WorkContext,
  base: Omit<KnownBlob, 'bytes' | 'locator' | 'failure' | 'type' | 'kind' | 'sha256'>,
  message: ParsedMessage,
  part: Part,
  locator: Locator,
  failure: Failure,
): Failure {
  const bytes = message.bytes.subarray(part.bodyRange.start, part.bodyRange.end);
  const sha256 = hash('sha256', bytes);
  emitFailed(context, { ...base, bytes, locator, failure, type: part.type, kind: 'other', sha256 }, failure);
  return failure;
}
