import { isAsSifted } from '../case/as-sifted.ts';
import { bytesOf, messageBytesOf } from '../case/bytes.ts';
import { Carriers } from '../case/carriers.ts';
import { openObjects } from '../case/objects.ts';
import type { StoredItem } from '../case/store.ts';
import { DEFAULT_LIMITS, type Locator } from '../model/index.ts';

/**
 * The bytes of an item, read where they lie: of a message its RFC 822 form, the one signatures and ranges
 * speak of. Null when there are none (a link), the dump is no longer where it was or was written to since, or a message
 * is larger than memory should hold.
 */
export function itemBytes(caseDirectory: string, item: StoredItem): Uint8Array | null {
  return itemReader(caseDirectory)(item);
}

/** The same of many items: what one message carries is found without parsing it each time. */
export function itemReader(caseDirectory: string): (item: StoredItem) => Uint8Array | null {
  const objects = openObjects(caseDirectory);
  const carriers = new Carriers(DEFAULT_LIMITS);
  return (item) => {
    if (item.locator === null || isGiant(item)) return null;
    const read = item.message === null ? bytesOf : messageBytesOf;
    const bytes = read(item.locator, objects, DEFAULT_LIMITS, carriers);
    return bytes === null || !isAsSifted(bytes, item) ? null : bytes;
  };
}

/** The same of a message, to be looked at: of one larger than memory should hold, as far as it was read. */
export function shownMessageBytes(caseDirectory: string, item: StoredItem): Uint8Array | null {
  if (item.message === null || item.locator === null) return null;
  if (!isGiant(item)) return itemBytes(caseDirectory, item);
  const beginning = beginningOf(item.locator);
  return beginning === null ? null : messageBytesOf(beginning, openObjects(caseDirectory), DEFAULT_LIMITS);
}

/** Whether it is a message that was not read to its end when it was sifted. */
export function isGiant({ message, size }: StoredItem): boolean {
  return message !== null && size > DEFAULT_LIMITS.itemBytes;
}

/** As much as `emitOversize` looks at. */
const BEGINNING = 16 * 2 ** 20;

function beginningOf(locator: Locator): Locator | null {
  if (locator.type !== 'file' && locator.type !== 'mbox') return null;
  return { ...locator, end: Math.min(locator.end, locator.start + BEGINNING) };
}
