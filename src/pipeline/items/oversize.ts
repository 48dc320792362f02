import { hash } from 'node:crypto';
import type { ByteSource, Failure, MessageFacts, SignatureResult } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import type { WorkContext } from '../context.ts';
import type { ContainerItem } from './container-item.ts';
import { crashed } from './crash.ts';
import { messageFacts } from './message-facts.ts';
import { recordOf } from './record.ts';

// Enough for any header that is not an attack, and for the first megabytes of a log.
const HEAD_BYTES = 16 * 2 ** 20;

/**
 * Emits an item that is larger than one may be in memory: whole by its hash and size, and read as far as its
 * beginning goes. What has no reader (a film, a disk image) lacks nothing and is no failure.
 */
export async function emitOversize(
  context: WorkContext,
  item: ContainerItem,
  source: ByteSource,
): Promise<'ok' | 'failed'> {
  const { depth: _depth, ...known } = item;
  const detail = `${item.size} bytes, more than one item may take (${context.limits.itemBytes}).`;
  const failure: Failure = item.failure ?? { code: 'too-large', detail };
  const said = { ...known, failure };
  try {
    const head = source.read(0, HEAD_BYTES);
    if (item.kind === 'message') {
      context.out.item(recordOf({ ...said, ...headOfMessage(context, item, head) }));
      return 'failed';
    }
    const { documentText } = await import('../../parse/document/document.ts');
    const { status, text } = documentText(item.type, head, context.limits);
    if (status === 'unsupported' && item.kind !== 'document' && item.kind !== 'mailbox') {
      context.out.item(recordOf(known));
      return item.failure === null ? 'ok' : 'failed';
    }
    context.out.item(recordOf({ ...said, status: text === '' ? 'failed' : 'partial', text }));
  } catch (error) {
    context.out.item(recordOf({ ...said, status: 'failed', failure: crashed(error) }));
  }
  return 'failed';
}

/** Header and beginning of the text. What is attached lies mostly behind the cut, and is not opened. */
function headOfMessage(context: WorkContext, item: ContainerItem, head: Uint8Array) {
  const message = parseMessage(head, context.limits);
  const summary = summarize(message, context.limits);
  const blob = { ...item, bytes: head, rebuilt: false };
  const facts = messageFacts(context, blob, message, summary);
  const signatures = facts.signatures.map(uncheckable);
  // The canonical form of a part is no one's: it must not make two giant messages of one beginning copies.
  const whole: MessageFacts = {
    ...facts,
    signatures,
    canonical: item.sha256 || hash('sha256', `cut ${item.path}`),
  };
  return { name: summary.subject || item.name, message: whole, text: summary.text };
}

/** The body was not hashed to its end, so nothing that a signature says may speak for or against it. */
function uncheckable(signature: SignatureResult): SignatureResult {
  const check = { type: 'not-checkable', why: 'too-large' } as const;
  return { ...signature, header: check, body: check, undone: null };
}
