import type { Locator } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import type { ContainerFormat } from '../task.ts';
import { emitContainer } from './container-item.ts';
import { emitFailed } from './failed.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';

/** Emits a container held in memory and leaves the reading of its children to a task of its own. */
export function emitNested(context: WorkContext, blob: KnownBlob, format: 'mbox' | ContainerFormat): void {
  if (blob.depth > context.limits.depth) {
    const detail = `More than ${context.limits.depth} messages or containers inside each other.`;
    emitFailed(context, blob, { code: 'too-deep', detail });
    return;
  }
  emitContainer(context, { ...blob, size: blob.bytes.length, locator: addressable(context, blob) }, format);
}

/** A task reads at random, so a part of a message is stored; ranges of files and objects are read in place. */
function addressable(context: WorkContext, blob: KnownBlob): Locator {
  const { locator } = blob;
  if (locator?.type === 'file' || locator?.type === 'object') return locator;
  return keptLocator(context, { ...blob, locator: null });
}
