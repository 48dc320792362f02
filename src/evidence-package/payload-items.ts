import { createHash } from 'node:crypto';
import type { CaseStore, StoredItem } from '../case/index.ts';
import { familyHeads } from '../show/export/families.ts';
import { MAX_EXPORTED_BYTES } from '../show/export/types.ts';
import { itemReader } from '../show/item-bytes.ts';
import type { Bag } from './bag.ts';
import { findingLine } from './finding-line.ts';
import { PAYLOAD } from './layout.ts';
import type { LeftOut } from './left-out.ts';
import { extensionOf } from './safe-name.ts';

export interface ItemsOptions {
  readonly query: string;
  /** Whether the bytes are packed, or only what is said of them. */
  readonly bytes: boolean;
  readonly signal: AbortSignal;
}

export interface PackedItems {
  /** Lines of data/findings.jsonl. */
  readonly found: number;
  readonly packed: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * What a query finds, each with its verdict and reasons. With a document comes the message that carried it, for
 * it is the message that is signed.
 */
export function packItems(store: CaseStore, bag: Bag, options: ItemsOptions): PackedItems {
  const state = { found: 0, packed: 0, leftOut: [] as LeftOut[] };
  const headOf = familyHeads(store);
  const bytesOf = itemReader(store.directory);
  const written = new Set<number>();
  function* lines(): Iterable<string> {
    for (const { row } of store.search(options.query, { role: 'leak' })) {
      options.signal.throwIfAborted();
      for (const item of [headOf(row), store.itemByRow(row)]) {
        if (item === null || written.has(item.row)) continue;
        written.add(item.row);
        state.found++;
        yield findingLine(item, options.bytes ? packBytes(bytesOf, bag, item, state) : null);
      }
    }
  }
  bag.write(PAYLOAD.findings, lines());
  return state;
}

function packBytes(
  bytesOf: ReturnType<typeof itemReader>,
  bag: Bag,
  item: StoredItem,
  state: { packed: number; leftOut: LeftOut[] },
): string | null {
  // A mailbox is the place its messages lie in: its bytes are a file of the dump, and come with those.
  if (item.kind === 'mailbox') return null;
  const leave = (why: LeftOut['why']): null => {
    state.leftOut.push({ type: 'item', path: item.id, why });
    return null;
  };
  if (item.locator === null) return leave('no-bytes');
  if (item.size > MAX_EXPORTED_BYTES) return leave('too-large');
  const bytes = bytesOf(item);
  if (bytes === null) return leave('missing');
  // Of a message in another form than its file (rebuilt, emlx, UTF-16) the hash is that of the file.
  const isOtherForm = item.locator.type === 'rebuilt' || item.type === 'application/x-emlx';
  if (!isOtherForm && item.sha256 !== '' && createHash('sha256').update(bytes).digest('hex') !== item.sha256)
    return leave('changed');
  const file = `${PAYLOAD.itemFolder}/${item.id}.${item.kind === 'message' ? 'eml' : extensionOf(item.name) || 'bin'}`;
  bag.write(file, [bytes]);
  state.packed++;
  return file;
}
