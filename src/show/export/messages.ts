import type { StoredItem } from '../../case/index.ts';
import { type ExportReport, type ExportSource, MAX_EXPORTED_BYTES } from './types.ts';

export interface MessageBytes {
  readonly item: StoredItem;
  readonly bytes: Uint8Array;
}

/** The messages among the hits with their bytes; `report` tells afterwards what was left out. */
export function messageBytes(source: ExportSource): AsyncIterable<MessageBytes> & { report(): ExportReport } {
  const unreadable: string[] = [];
  let written = 0;
  const unfit: string[] = [];
  return {
    async *[Symbol.asyncIterator]() {
      for await (const hit of source.hits) {
        const item = hit.kind === 'message' ? source.store.itemByRow(hit.row) : null;
        if (item === null) {
          unfit.push(hit.id);
          continue;
        }
        const bytes = item.size > MAX_EXPORTED_BYTES ? null : source.bytesOf(item);
        if (bytes === null) {
          unreadable.push(item.id);
          continue;
        }
        written++;
        yield { item, bytes };
      }
    },
    report: () => ({ written, unfit, unreadable }),
  };
}
