import type { CaseStore } from '../case/store.ts';
import type { ReadableMessage } from '../examine/reference/compare.ts';

/** What a person reads of a message, its attachments by their hashes; null where the row holds no message. */
export function readableMessage(store: CaseStore, row: number): ReadableMessage | null {
  const item = store.itemByRow(row);
  if (item === null || item.message === null) return null;
  const attachments = store.childrenOf(item.path, item.role).map((child) => child.sha256);
  return { ...item.message, text: item.text, attachments };
}
