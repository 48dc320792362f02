import type { CaseStore } from '../case/store.ts';
import type { ReadableMessage } from '../examine/reference/compare.ts';

/** What a person reads of a message, its attachments by their hashes; null where the row holds no message. */
export function readableMessage(store: CaseStore, row: number): ReadableMessage | null {
  const item = store.itemByRow(row);
  if (item === null || item.message === null) return null;
  const attachments = store
    .childrenOf(item.path, item.role)
    .filter(({ name, size }) => !(SIGNATURE_NAME.test(name ?? '') && size <= LONGEST_SIGNATURE))
    .map((child) => child.sha256);
  return { ...item.message, text: item.text, attachments };
}

/** A gateway that signs for its house adds its signature as a file, which nobody reads. */
const SIGNATURE_NAME = /^(?:smime\.p7[sm]|signature\.asc)$/i;
/** Attack: a file of any kind under such a name. */
const LONGEST_SIGNATURE = 32 * 1024;
