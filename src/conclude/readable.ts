import type { CaseStore } from '../case/store.ts';
import type { ReadableMessage } from '../examine/reference/compare.ts';
import type { NamedMessage } from '../examine/reference/other-names.ts';
import type { BesideWords } from '../model/index.ts';

/** What two messages are compared by. */
export type ComparedMessage = ReadableMessage & NamedMessage & { readonly beside?: BesideWords };

/** What a person reads of a message, its attachments by their hashes and names; null where the row holds no message. */
export function readableMessage(store: CaseStore, row: number): ComparedMessage | null {
  const item = store.itemByRow(row);
  if (item === null || item.message === null) return null;
  const files = store
    .childrenOf(item.path, item.role)
    .filter(({ name, size }) => !(SIGNATURE_NAME.test(name ?? '') && size <= LONGEST_SIGNATURE))
    .map(({ name, sha256 }) => ({ name: name ?? '', sha256 }));
  return { ...item.message, text: item.text, attachments: files.map(({ sha256 }) => sha256), files };
}

/** A gateway that signs for its house adds its signature as a file, which nobody reads. */
const SIGNATURE_NAME = /^(?:smime\.p7[sm]|signature\.asc)$/i;
/** Attack: a file of any kind under such a name. */
const LONGEST_SIGNATURE = 32 * 1024;
