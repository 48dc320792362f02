import type { ItemRecord } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';

/** What an emitter must know of an item; the rest is that of an item read whole, without children or text. */
type Known = Pick<
  ItemRecord,
  'path' | 'parent' | 'kind' | 'type' | 'name' | 'size' | 'sha256' | 'locator' | 'defects' | 'facts'
>;

/** A record with all that is not said left empty; a failure makes it partial unless a status is said. */
export function recordOf(known: Known & Partial<ItemRecord>): ItemRecord {
  const failure = known.failure ?? null;
  const status = failure === null ? 'ok' : 'partial';
  return { status, children: null, message: null, text: '', attachments: [], ...known, failure };
}

/** The record of bytes in memory, which are kept where they can be read again. */
export function blobRecord(
  context: WorkContext,
  blob: KnownBlob,
  said: Partial<ItemRecord> = {},
): ItemRecord {
  const { path, parent, kind, type, name, sha256, failure, defects, facts } = blob;
  const size = blob.bytes.length;
  const locator = said.locator ?? keptLocator(context, blob);
  return recordOf({
    path,
    parent,
    kind,
    type,
    name,
    size,
    sha256,
    failure,
    defects,
    facts,
    ...said,
    locator,
  });
}
