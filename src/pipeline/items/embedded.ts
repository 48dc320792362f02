import type { ChildCounts, Locator } from '../../model/index.ts';
import type { EmbeddedFile, UnopenedFile } from '../../parse/metadata/collector.ts';
import type { WorkContext } from '../context.ts';
import { emitMissing } from './failed.ts';
import type { KnownBlob } from './known-blob.ts';
import { SiblingNames } from './names.ts';

/** The fact that marks an earlier state of a PDF. */
const EARLIER = 'earlier-state-of';

/** An earlier state of a PDF does not tell its own earlier states again: they are its siblings. */
export function isEarlierState(blob: KnownBlob): boolean {
  return blob.facts[EARLIER] !== undefined;
}

/** Emits the files inside of a document, and the earlier states of it, as its children. */
export async function emitEmbedded(
  context: WorkContext,
  carrier: KnownBlob,
  files: readonly EmbeddedFile[],
  unopened: readonly UnopenedFile[] = [],
): Promise<ChildCounts> {
  const names = new SiblingNames();
  const { growth } = context;
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  context.growth = growth * Math.max(1, total / Math.max(1, carrier.bytes.length));
  try {
    for (const [index, file] of files.entries()) {
      context.pulse.alive(index);
      const path = `${carrier.path}/${names.unique(file.name, `embedded-${index + 1}`)}`;
      await context.emit(context, {
        path,
        parent: carrier.path,
        name: file.name,
        bytes: file.bytes,
        locator: placeIn(carrier, file.bytes),
        depth: carrier.depth + 1,
        rebuilt: false,
        failure: null,
        defects: [],
        facts: file.earlier ? { [EARLIER]: carrier.name } : {},
      });
    }
  } finally {
    context.growth = growth;
  }
  for (const [index, { name, failure }] of unopened.entries()) {
    const path = `${carrier.path}/${names.unique(name, `unopened-${index + 1}`)}`;
    emitMissing(context, { path, parent: carrier.path, name, defects: [], facts: {} }, failure);
  }
  const failed = unopened.length;
  return { expected: files.length + failed, emitted: files.length, failed, skipped: 0 };
}

/** What lies in the carrier as it is can be read again there, and is not stored a second time. */
function placeIn(carrier: KnownBlob, bytes: Uint8Array): Locator | null {
  const { locator, bytes: all } = carrier;
  const start = bytes.byteOffset - all.byteOffset;
  const inside = bytes.buffer === all.buffer && start >= 0 && start + bytes.length <= all.length;
  if (locator?.type !== 'file' || !inside || locator.end - locator.start !== all.length) return null;
  return { ...locator, start: locator.start + start, end: locator.start + start + bytes.length };
}
