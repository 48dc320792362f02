import { hash } from 'node:crypto';
import type { Locator } from '../../model/index.ts';
import { utf8OfUtf16, utf16Order } from '../../parse/text/wide.ts';
import type { WorkContext } from '../context.ts';
import type { ContainerFormat } from '../task.ts';
import { emitContainer } from './container-item.ts';
import { emitFailed } from './failed.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';

/** Emits a container held in memory and leaves the reading of its children to a task of its own. */
export function emitNested(context: WorkContext, blob: KnownBlob, format: 'mbox' | ContainerFormat): void {
  if (isTooDeep(context, blob)) return;
  emitContainer(context, { ...blob, size: blob.bytes.length, locator: addressable(context, blob) }, format);
}

/** A mailbox that a program saved anew in UTF-16: its messages are those of the same in UTF-8, which is kept too. */
export function emitWideMbox(context: WorkContext, blob: KnownBlob): void {
  if (isTooDeep(context, blob)) return;
  const narrow = utf8OfUtf16(blob.bytes, utf16Order(blob.bytes) ?? 'le');
  const sha256 = hash('sha256', narrow);
  context.objects.put(narrow, sha256);
  const defects = [...blob.defects, { code: 'utf-16', detail: 'The file is UTF-16; it is read as UTF-8.' }];
  const item = { ...blob, defects, size: blob.bytes.length, locator: addressable(context, blob) };
  emitContainer(context, item, 'mbox', { type: 'object', sha256 });
}

function isTooDeep(context: WorkContext, blob: KnownBlob): boolean {
  if (blob.depth <= context.limits.depth) return false;
  const detail = `More than ${context.limits.depth} messages or containers inside each other.`;
  emitFailed(context, blob, { code: 'too-deep', detail });
  return true;
}

/** A task reads at random, so a part of a message is stored; ranges of files and objects are read in place. */
function addressable(context: WorkContext, blob: KnownBlob): Locator {
  const { locator } = blob;
  if (locator?.type === 'file' || locator?.type === 'object') return locator;
  return keptLocator(context, { ...blob, locator: null });
}
