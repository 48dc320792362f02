import type { Failure } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';

/** Emits an item whose bytes are there but could not be read as what they are. */
export function emitFailed(context: WorkContext, blob: KnownBlob, failure: Failure): void {
  context.out.item({
    path: blob.path,
    parent: blob.parent,
    kind: blob.kind,
    type: blob.type,
    name: blob.name,
    size: blob.bytes.length,
    sha256: blob.sha256,
    locator: keptLocator(context, blob),
    status: 'failed',
    failure,
    children: null,
    message: null,
    text: '',
    attachments: [],
    defects: blob.defects,
    facts: blob.facts,
  });
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
  context.out.item({
    ...item,
    ...outcome,
    kind: 'other',
    size: 0,
    sha256: NO_BYTES,
    locator: null,
    children: null,
    message: null,
    text: '',
    attachments: [],
  });
}

/** An item without bytes has no hash: the empty string, never the hash of nothing, which would be a claim. */
const NO_BYTES = '';
