import type { CaseStore, MessageHead } from '../case/store.ts';
import { compareMessages, type PartDifference } from '../examine/reference/compare.ts';
import type { ReferenceFinding } from '../judge/evidence.ts';
import type { SignatureResult } from '../model/index.ts';
import { withAttachmentWords } from './attachment-words.ts';
import { readableMessage } from './readable.ts';

interface Place {
  readonly row: number;
  readonly id: string;
}

/** What the archive holds of a message: the first of the same bytes, or content, or those of the same Message-ID. */
export interface Archived {
  readonly by: 'bytes' | 'canonical' | 'message-id';
  readonly places: readonly Place[];
}

/** The victim's own archive: texts are read when they are needed. */
export class ReferenceArchive {
  readonly #store: CaseStore;
  readonly #isEmpty: boolean;

  constructor(store: CaseStore, isEmpty: boolean) {
    this.#store = store;
    this.#isEmpty = isEmpty;
  }

  compare(message: MessageHead, archived: Archived | null): ReferenceFinding {
    if (this.#isEmpty) return { type: 'no-reference' };
    const [first] = archived?.places ?? [];
    if (archived === null || first === undefined) return { type: 'absent' };
    if (archived.by === 'message-id') return this.#compareAll(message, archived.places);
    return { type: 'identical', by: archived.by, id: first.id };
  }

  /** With whether the archive's copy is unsigned too: a copy of the leak may have lost what the archive still has. */
  withMarks(reference: ReferenceFinding): ReferenceFinding {
    if (reference.type !== 'identical') return reference;
    const signatures = this.#store.item(reference.id)?.message?.signatures ?? [];
    const isSigned = signatures.some(({ kind, alignment }) => kind === 'dkim' && alignment !== 'none');
    return isSigned ? reference : { ...reference, isUnsignedThere: true };
  }

  /** The archive may hold a sent and a received copy; the leaked message is measured by the nearest. */
  #compareAll(message: MessageHead, same: readonly Place[]): ReferenceFinding {
    const leaked = readableMessage(this.#store, message.row);
    let nearest: { readonly place: Place; readonly differences: readonly PartDifference[] } | null = null;
    for (const place of same) {
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
    const isChangedThere = isOtherThanSigned(this.#store.itemByRow(place.row)?.message?.signatures ?? []);
    return { type: 'differs', id: place.id, differences: worded, ...(isChangedThere && { isChangedThere }) };
  }
}

/**
 * Whether a sender's signature shows that a message is not what was signed, and none that it is. Attack: whoever reads a mailbox for
 * weeks can edit what lies there, so that the genuine message of the leak seems the altered one.
 */
function isOtherThanSigned(signatures: readonly SignatureResult[]): boolean {
  const own = signatures.filter(({ kind, alignment }) => kind === 'dkim' && alignment !== 'none');
  if (own.some(({ header, body }) => header.type === 'good' && body.type === 'match')) return false;
  return own.some(
    ({ header, body }) => header.type === 'changed' || (header.type === 'good' && body.type === 'mismatch'),
  );
}

/** Attack: a thousand messages of one Message-ID, each compared with a thousand of the archive. */
export const MOST_COMPARED = 8;
