import { bytesOf, messageBytesOf } from '../case/bytes.ts';
import { openObjects } from '../case/objects.ts';
import type { StoredItem } from '../case/store.ts';
import { DEFAULT_LIMITS } from '../model/index.ts';

/**
 * The bytes of an item, read where they lie: of a message its RFC 822 form, the one signatures and ranges
 * speak of. Null when there are none (a link), or the dump is no longer where it was.
 */
export function itemBytes(caseDirectory: string, item: StoredItem): Uint8Array | null {
  if (item.locator === null) return null;
  const read = item.message === null ? bytesOf : messageBytesOf;
  return read(item.locator, openObjects(caseDirectory), DEFAULT_LIMITS);
}
