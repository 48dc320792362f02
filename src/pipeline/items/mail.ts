import { openEmlx } from '../../parse/emlx/emlx.ts';
import type { WorkContext } from '../context.ts';
import type { KnownBlob } from './known-blob.ts';
import { emitMessage } from './message.ts';

/** Emits a message file: plain RFC 822, or Apple Mail's .emlx around it. */
export async function emitMail(
  context: WorkContext,
  blob: KnownBlob,
  container: 'message' | 'emlx',
): Promise<void> {
  if (container === 'message') return emitMessage(context, blob, blob.bytes);
  const opened = openEmlx(blob.bytes);
  const facts = { ...blob.facts, ...opened.facts };
  const defects = [...blob.defects, ...opened.defects];
  const inner = { ...blob, facts, defects, failure: blob.failure ?? opened.failure };
  const start = opened.message.byteOffset - blob.bytes.byteOffset;
  const { locator } = blob;
  // The message is a range of the file: read in place, the property list behind it left aside.
  if (locator?.type === 'file') {
    const range = {
      ...locator,
      start: locator.start + start,
      end: locator.start + start + opened.message.length,
    };
    return emitMessage(context, { ...inner, locator: range }, opened.message);
  }
  return emitMessage(context, { ...inner, locator: null, bytes: opened.message }, opened.message);
}
