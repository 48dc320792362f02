import type { SearchHit, StoredItem } from '../../case/index.ts';
import type { ExportSource, Hits } from './types.ts';

/** Finds the top of an item's family: the outermost message it lies in, or else the item itself. */
export type FamilyHead = (row: number) => StoredItem | null;

/**
 * A family is a message with all it carries, to any depth; a mailbox or an archive is not a member but only
 * the place families lie in.
 */
export function familyHeads(store: ExportSource['store']): FamilyHead {
  // Siblings come one after the other, so the last answer serves most of the next ones.
  let lastParent: string | null = null;
  let lastHead: StoredItem | null = null;
  return (row) => {
    const item = store.itemByRow(row);
    if (item === null) return null;
    const parent = `${item.role}:${item.parent}`;
    if (item.parent !== null && parent !== lastParent) {
      lastParent = parent;
      lastHead = outermostMessage(store, item);
    }
    return (item.parent === null ? null : lastHead) ?? item;
  };
}

function outermostMessage(store: ExportSource['store'], item: StoredItem): StoredItem | null {
  let head: StoredItem | null = null;
  const seen = new Set<string>();
  for (let path = item.parent; path !== null && !seen.has(path); ) {
    seen.add(path);
    const above = store.itemByPath(item.role, path);
    if (above === null) return head;
    if (above.kind === 'message') head = above;
    path = above.parent;
  }
  return head;
}

/**
 * Drops the hits whose whole family is there twice, that is, whose head is a duplicate. A document that was
 * sent in two mails stays in both: which mail carried it is evidence.
 */
export async function* withoutDuplicateFamilies(hits: Hits, headOf: FamilyHead): AsyncIterable<SearchHit> {
  for await (const hit of hits) {
    const head = headOf(hit.row);
    if (head === null || head.duplicateOf === null) yield hit;
  }
}
