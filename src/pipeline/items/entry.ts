import type { ContainerEntry, Failure } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import { entryGrowth } from '../growth.ts';
import { type ChildPlace, type EntryResult, isTarInside } from './child-place.ts';
import { crashed } from './crash.ts';
import { emitMissing, emitSkipped } from './failed.ts';
import type { Blob } from './known-blob.ts';
import { emitSpooled } from './spooled.ts';

/** Emits the item of one child of a container; nothing a child does reaches its siblings. */
export async function emitEntry(
  context: WorkContext,
  entry: ContainerEntry,
  place: ChildPlace,
): Promise<EntryResult> {
  const { outcome, defects, facts } = entry;
  const item = { path: place.path, parent: place.container, name: place.name, defects, facts };
  try {
    switch (outcome.type) {
      case 'failed':
        return missing(context, item, outcome.failure);
      case 'skipped':
        emitSkipped(context, item, outcome.reason, outcome.detail);
        return 'skipped';
      case 'stream':
        return await emitSpooled(context, item, place, outcome.chunks);
      case 'bytes':
      case 'rebuilt':
      case 'partial':
        return await emitBytes(context, item, place, outcome);
    }
  } catch (error) {
    return missing(context, item, crashed(error));
  }
}

type Item = Pick<Blob, 'path' | 'parent' | 'name' | 'defects' | 'facts'>;

function missing(context: WorkContext, item: Item, failure: Failure): EntryResult {
  emitMissing(context, item, failure);
  return 'failed';
}

async function emitBytes(
  context: WorkContext,
  item: Item,
  place: ChildPlace,
  outcome: Extract<ContainerEntry['outcome'], { readonly bytes: Uint8Array }>,
): Promise<EntryResult> {
  const failure = outcome.type === 'partial' ? outcome.failure : null;
  // A damaged message of a PST is partial, and rebuilt all the same.
  const rebuilt = outcome.type === 'rebuilt' || 'rebuilt-from' in item.facts;
  context.growth = entryGrowth(place.containerGrowth, place.containerSize, item, outcome.bytes.length);
  const blob = { ...item, bytes: outcome.bytes, locator: null, depth: place.depth, rebuilt, failure };
  if (isTarInside(place, outcome.bytes)) return emitSpooled(context, item, place, [outcome.bytes]);
  await context.emit(context, blob);
  return failure === null ? 'emitted' : 'failed';
}
