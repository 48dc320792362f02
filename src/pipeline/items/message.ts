import { hash } from 'node:crypto';
import { messageTraces } from '../../examine/traces/message-traces.ts';
import type { ChildCounts, Defect, Failure, Locator } from '../../model/index.ts';
import { isOutsideText } from '../../model/outside-text.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { type ParsedMessage, type Part, parseMessage } from '../../parse/mime/message.ts';
import { outsideDefect, outsideTexts } from '../../parse/mime/outside-text.ts';
import { type Attachment, summarize } from '../../parse/mime/summary.ts';
import type { WorkContext } from '../context.ts';
import { messageContent } from './content.ts';
import { crashed, distrusted } from './crash.ts';
import { emitFailed } from './failed.ts';
import { type Blob, type KnownBlob, keptLocator } from './known-blob.ts';
import { emitLeaf } from './leaf.ts';
import { messageFacts, RETURNED } from './message-facts.ts';
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
  const { examined } = blob;
  const message = examined?.message ?? parseMessage(bytes, context.limits);
  const summary = examined?.summary ?? summarize(message, context.limits);
  const locator = keptLocator(context, blob);
  const content = examined ? examined.content : messageContent(message, summary);
  const unshown = outsideTexts(message);
  const carried = [...summary.attachments, ...unshown];
  const children = await emitAttachments(context, blob, message, carried, locator, outside);
  const failure = outside === null ? blob.failure : outside.failure(message);
  context.out.item(
    blobRecord(context, blob, {
      kind: 'message',
      name: summary.subject || blob.name,
      locator,
      children,
      message: examined?.facts ?? messageFacts(context, blob, message, summary),
      traces: examined?.traces ?? messageTraces(message),
      ...(content !== null && { content }),
      text: summary.text,
      attachments: summary.attachments.map((each) => each.name ?? ''),
      defects: [...blob.defects, ...message.defects, ...unshown.map(outsideDefect)],
      failure: failure ?? unreadRest(message.defects, context.limits),
    }),
  );
}

async function emitAttachments(
  context: WorkContext,
  blob: KnownBlob,
  message: ParsedMessage,
  attachments: readonly Attachment[],
  locator: Locator,
  outside: OutsideParts | null,
): Promise<ChildCounts> {
  const names = new SiblingNames();
  const counts = { expected: attachments.length, emitted: 0, failed: 0, skipped: 0 };
  for (const attachment of attachments) {
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
    if (isOutsideText(part.id)) {
      await emitOutsideText(context, { ...base, ...inside, failure: null });
      return null;
    }
    await context.emit(context, { ...base, ...(beside ?? inside), failure: null });
    return null;
  } catch (error) {
    return emitUnread(context, base, message, part, locator, crashed(error));
  }
}

/** Read as text whatever it looks like: a message hidden there is not to gain by who signed what it is hidden in. */
async function emitOutsideText(context: WorkContext, blob: Blob): Promise<void> {
  const sha256 = hash('sha256', blob.bytes);
  await emitLeaf(context, { ...blob, type: 'text/plain', kind: 'document', sha256 });
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
