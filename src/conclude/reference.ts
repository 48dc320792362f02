import type { CaseStore, MessageHead } from '../case/store.ts';
import { compareMessages, type PartDifference } from '../examine/reference/compare.ts';
import type { ReferenceFinding } from '../judge/evidence.ts';
import { withAttachmentWords } from './attachment-words.ts';
import { readableMessage } from './readable.ts';

interface Place {
  readonly row: number;
  readonly id: string;
}

/** What is held of a message of the archive. */
export type ArchivedMessage = Pick<MessageHead, 'row' | 'id' | 'sha256' | 'canonical' | 'messageId'>;

/** The victim's own archive, held ready for comparison: hashes in memory, texts read when they are needed. */
export class ReferenceArchive {
  readonly #store: CaseStore;
  readonly #bytes = new Map<string, Place>();
  readonly #canonical = new Map<string, Place>();
  readonly #messageIds = new Map<string, Place[]>();
  #size = 0;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  /** All are added before the first comparison. */
  add(message: ArchivedMessage): void {
    const place = { row: message.row, id: message.id };
    this.#size++;
    if (!this.#bytes.has(message.sha256)) this.#bytes.set(message.sha256, place);
    if (!this.#canonical.has(message.canonical)) this.#canonical.set(message.canonical, place);
    if (message.messageId === null) return;
    const same = this.#messageIds.get(message.messageId);
    if (same === undefined) this.#messageIds.set(message.messageId, [place]);
    else same.push(place);
  }

  compare(message: MessageHead): ReferenceFinding {
    if (this.#size === 0) return { type: 'no-reference' };
    const bytes = this.#bytes.get(message.sha256);
    if (bytes !== undefined) return { type: 'identical', by: 'bytes', id: bytes.id };
    const canonical = this.#canonical.get(message.canonical);
    if (canonical !== undefined) return { type: 'identical', by: 'canonical', id: canonical.id };
    const same = message.messageId === null ? undefined : this.#messageIds.get(message.messageId);
    return same === undefined ? { type: 'absent' } : this.#compareAll(message, same);
  }

  /** The archive may hold a sent and a received copy; the leaked message is measured by the nearest. */
  #compareAll(message: MessageHead, same: readonly Place[]): ReferenceFinding {
    const leaked = readableMessage(this.#store, message.row);
    let nearest: { readonly place: Place; readonly differences: readonly PartDifference[] } | null = null;
    for (const place of same.slice(0, MOST_COPIES)) {
      const own = readableMessage(this.#store, place.row);
      if (leaked === null || own === null) continue;
      const differences = compareMessages(own, leaked);
      if (differences.length === 0) return { type: 'identical', by: 'words', id: place.id };
      if (nearest === null || differences.length < nearest.differences.length) {
        nearest = { place, differences };
      }
    }
    if (nearest === null) return { type: 'absent' };
    const { place, differences } = nearest;
    const worded = withAttachmentWords(this.#store, differences, place, message);
    return { type: 'differs', id: place.id, differences: worded };
  }
}

// Attack: a thousand messages of one Message-ID, each compared with a thousand of the archive.
const MOST_COPIES = 8;
