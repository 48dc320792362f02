import type { Failure } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import type { KnownBlob } from './known-blob.ts';
import { blobRecord, recordOf } from './record.ts';

/** Emits an item whose bytes are there but could not be read as what they are. */
export function emitFailed(context: WorkContext, blob: KnownBlob, failure: Failure): void {
  context.out.item(blobRecord(context, blob, { status: 'failed', failure }));
}

/** Emits an item of which no bytes could be had: an encrypted entry, a damaged node, an unreadable file. */
export function emitMissing(
  context: WorkContext,
  item: Pick<KnownBlob, 'path' | 'parent' | 'name' | 'defects' | 'facts'>,
  failure: Failure,
): void {
  emitWithoutBytes(context, item, { status: 'failed', type: 'application/octet-stream', failure });
}

/** Emits what has nothing to read by nature: a link or a device inside an archive. */
export function emitSkipped(
  context: WorkContext,
  item: Pick<KnownBlob, 'path' | 'parent' | 'name' | 'defects' | 'facts'>,
  reason: string,
  detail: string,
): void {
  const defects = [...item.defects, { code: `entry-${reason}`, detail }];
  emitWithoutBytes(
    context,
    { ...item, defects },
    { status: 'skipped', type: `inode/${reason}`, failure: null },
  );
}

function emitWithoutBytes(
  context: WorkContext,
  item: Pick<KnownBlob, 'path' | 'parent' | 'name' | 'defects' | 'facts'>,
  outcome: { status: 'failed' | 'skipped'; type: string; failure: Failure | null },
): void {
  context.out.item(
    recordOf({ ...item, ...outcome, kind: 'other', size: 0, sha256: NO_BYTES, locator: null }),
  );
}

/** An item without bytes has no hash: the empty string, never the hash of nothing, which would be a claim. */
const NO_BYTES = '';
