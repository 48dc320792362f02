import { hash } from 'node:crypto';
import { openEmlx } from '../../parse/emlx/emlx.ts';
import { utf8OfUtf16, utf16Order } from '../../parse/text/wide.ts';
import type { WorkContext } from '../context.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';
import { emitMessage } from './message.ts';
import { PARTS_OUTSIDE } from './message-facts.ts';
import { outsideParts } from './outside-parts.ts';

/** Emits a message file: plain RFC 822, the same in UTF-16, or Apple Mail's .emlx around it. */
export async function emitMail(
  context: WorkContext,
  blob: KnownBlob,
  container: 'message' | 'emlx' | 'utf16-message',
): Promise<void> {
  if (container === 'message') return emitMessage(context, blob, blob.bytes);
  if (container === 'utf16-message') return emitWide(context, blob);
  const opened = openEmlx(blob.bytes);
  const has = (wanted: string) => opened.defects.some(({ code }) => code === wanted);
  const isPartial = has('emlx-partial');
  const isWhole = isPartial && !has('emlx-truncated');
  const outside = isWhole ? outsideParts(blob.locator, context.limits) : null;
  const facts = { ...blob.facts, ...opened.facts, ...(isPartial && { [PARTS_OUTSIDE]: 'apple-mail' }) };
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
    return emitMessage(context, { ...inner, locator: range }, opened.message, outside);
  }
  return emitForm(context, inner, opened.message);
}

/** Read as UTF-8, which signed the same: header and most texts are ASCII, and in UTF-16 nothing was ever sent. */
async function emitWide(context: WorkContext, blob: KnownBlob): Promise<void> {
  const message = utf8OfUtf16(blob.bytes, utf16Order(blob.bytes) ?? 'le');
  const defects = [...blob.defects, { code: 'utf-16', detail: 'The file is UTF-16; it is read as UTF-8.' }];
  return emitForm(context, { ...blob, defects }, message);
}

/** A message in another form than the item's own bytes: both are kept, each under its own hash. */
function emitForm(context: WorkContext, blob: KnownBlob, message: Uint8Array): Promise<void> {
  const sha256 = hash('sha256', message);
  context.objects.put(message, sha256);
  const locator = { type: 'rebuilt', of: keptLocator(context, blob), sha256 } as const;
  return emitMessage(context, { ...blob, locator }, message);
}
