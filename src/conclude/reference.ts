import type { CaseStore, MessageHead } from '../case/store.ts';
import { compareMessages, type PartDifference } from '../examine/reference/compare.ts';
import { otherActs } from '../examine/reference/other-acts.ts';
import { otherNames } from '../examine/reference/other-names.ts';
import { tellingDifferences } from '../examine/reference/telling.ts';
import type { ReferenceFinding } from '../judge/evidence.ts';
import type { SignatureResult } from '../model/index.ts';
import { withAttachmentWords } from './attachment-words.ts';
import { isInDrafts } from './drafts.ts';
import { type ComparedMessage, readableMessage } from './readable.ts';

interface Place {
  readonly row: number;
  readonly id: string;
}

/** What the archive holds of a message: the first of the same bytes, or content, or those of the same Message-ID. */
export interface Archived {
  readonly by: 'bytes' | 'canonical' | 'message-id';
  readonly places: readonly Place[];
  /** What bears its Message-ID there on another content, where it is there by its own as well. */
  readonly others: readonly Place[];
}

interface AlsoThere {
  readonly id: string;
  readonly differences: readonly PartDifference[];
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
    const identical = { type: 'identical', by: archived.by, id: first.id } as const;
    const beside = archived.by === 'bytes' ? {} : this.#beside(first, message);
    const alsoThere = this.#alsoThere(message, archived.others);
    return { ...identical, ...beside, ...(alsoThere !== null && { alsoThere }) };
  }

  /** What the canonical form leaves out: names of files, and what acts beside the words. */
  #beside(place: Place, message: MessageHead): BesideArchived {
    const [own, leaked] = [place.row, message.row].map((row) => readableMessage(this.#store, row));
    return own == null || leaked == null ? {} : besideArchived(own, leaked);
  }

  /**
   * One Message-ID is given to one message. Attack: whoever reads a mailbox for weeks writes a second one into it; then the
   * archive has both. Drafts, and what lists and exports do, are no second one.
   */
  #alsoThere(message: MessageHead, others: readonly Place[]): AlsoThere | null {
    for (const { row, id } of others) {
      const item = this.#store.itemByRow(row);
      const facts = item?.message ?? null;
      if (item === null || facts === null || isInDrafts(item.path)) continue;
      if (facts.canonical === message.canonical || facts.rebuilt || facts.list !== null) continue;
      const [own, leaked] = [row, message.row].map((each) => readableMessage(this.#store, each));
      if (own == null || leaked == null) continue;
      const differences = tellingDifferences(compareMessages(own, leaked));
      if (differences.length > 0) return { id, differences };
    }
    return null;
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
      if (differences.length === 0) {
        return { type: 'identical', by: 'words', id: place.id, ...besideArchived(own, leaked) };
      }
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

type BesideArchived = Pick<Extract<ReferenceFinding, { type: 'identical' }>, 'names' | 'acts'>;

/** What a reader sees otherwise than in the archive's copy where all words agree. */
function besideArchived(own: ComparedMessage, leaked: ComparedMessage): BesideArchived {
  const names = otherNames(own, leaked);
  const acts = otherActs(own.beside, leaked.beside);
  return { ...(names.length > 0 && { names }), ...(acts.length > 0 && { acts }) };
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
